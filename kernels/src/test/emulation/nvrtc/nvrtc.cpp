// The emulated NVRTC: checks what it is told and says which of the kernels compiled into the emulation it would make.
#include <algorithm>
#include <cstring>
#include <map>
#include <regex>
#include <stdexcept>
#include <vector>

#include "image.h"
#include "source_text.h"

namespace {

enum nvrtcResult {
  NVRTC_SUCCESS = 0,
  NVRTC_ERROR_INVALID_INPUT = 3,
  NVRTC_ERROR_INVALID_PROGRAM = 4,
  NVRTC_ERROR_INVALID_OPTION = 5,
  NVRTC_ERROR_COMPILATION = 6,
};

// What NVRTC 12.6 compiles for.
constexpr int kTargets[] = {50, 52, 53, 60, 61, 62, 70, 72, 75, 80, 86, 87, 89, 90};

struct Program {
  std::string name, text;
  std::map<std::string, std::string> headers;
  std::string log, image, ptx;
};

bool known_target(const std::string& digits) {
  return std::any_of(std::begin(kTargets), std::end(kTargets),
                     [&](int target) { return std::to_string(target) == digits; });
}

/// Reads the options into the image's target and variant; false, and a line of log, for one that NVRTC does not know.
bool read_options(const std::vector<std::string>& options, emu::Image& image, std::string& log) {
  static const std::regex target("(?:--gpu-architecture|-arch)=((?:sm|compute)_(\\d+)a?)");
  static const std::regex harmless(
      "(?:--std|-std)=c\\+\\+(?:11|14|17|20)|--?(?:fmad|ftz|prec-div|prec-sqrt)=(?:true|false)|-I.*|-D.*|-w|"
      "--?lineinfo|-lineinfo|--device-debug|-G|--restrict|-default-device|--device-as-default-execution-space");
  image.variant = "fp32";
  image.target = "compute_52";
  for (const std::string& option : options) {
    std::smatch match;
    if (std::regex_match(option, match, target) && known_target(match[2])) {
      image.target = match[1];
    } else if (option == "-DGAN_BF16" || option == "-DGAN_BF16=1") {
      image.variant = "bf16";
    } else if (!std::regex_match(option, harmless)) {
      log = "nvrtc: error: unrecognized option or value: " + option + "\n";
      return false;
    }
  }
  return true;
}

nvrtcResult give(const std::string& text, char* to) {
  if (to == nullptr) return NVRTC_ERROR_INVALID_INPUT;
  std::memcpy(to, text.c_str(), text.size() + 1);
  return NVRTC_SUCCESS;
}

}  // namespace

extern "C" {

const char* nvrtcGetErrorString(nvrtcResult status) {
  switch (status) {
    case NVRTC_SUCCESS: return "NVRTC_SUCCESS";
    case NVRTC_ERROR_INVALID_INPUT: return "NVRTC_ERROR_INVALID_INPUT";
    case NVRTC_ERROR_INVALID_PROGRAM: return "NVRTC_ERROR_INVALID_PROGRAM";
    case NVRTC_ERROR_INVALID_OPTION: return "NVRTC_ERROR_INVALID_OPTION";
    case NVRTC_ERROR_COMPILATION: return "NVRTC_ERROR_COMPILATION";
  }
  return "NVRTC_ERROR unknown";
}

// No version of NVIDIA's, so that a cache of compiled kernels never takes one for the other.
nvrtcResult nvrtcVersion(int* major, int* minor) {
  *major = 12;
  *minor = 99;
  return NVRTC_SUCCESS;
}

nvrtcResult nvrtcGetNumSupportedArchs(int* count) {
  *count = static_cast<int>(std::size(kTargets));
  return NVRTC_SUCCESS;
}

nvrtcResult nvrtcGetSupportedArchs(int* targets) {
  std::copy(std::begin(kTargets), std::end(kTargets), targets);
  return NVRTC_SUCCESS;
}

nvrtcResult nvrtcCreateProgram(Program** program, const char* text, const char* name, int header_count,
                               const char* const* headers, const char* const* include_names) {
  if (program == nullptr || text == nullptr || header_count < 0) return NVRTC_ERROR_INVALID_INPUT;
  *program = new Program{name == nullptr ? "default_program" : name, text, {}, "", "", ""};
  for (int i = 0; i < header_count; i++) (*program)->headers[include_names[i]] = headers[i];
  return NVRTC_SUCCESS;
}

nvrtcResult nvrtcDestroyProgram(Program** program) {
  if (program == nullptr || *program == nullptr) return NVRTC_ERROR_INVALID_PROGRAM;
  delete *program;
  *program = nullptr;
  return NVRTC_SUCCESS;
}

nvrtcResult nvrtcCompileProgram(Program* program, int count, const char* const* options) {
  if (program == nullptr) return NVRTC_ERROR_INVALID_PROGRAM;
  program->image.clear();
  program->ptx.clear();
  program->log.clear();
  emu::Image image;
  if (!read_options({options, options + count}, image, program->log)) return NVRTC_ERROR_INVALID_OPTION;
  auto header = [&](const std::string& name) -> const std::string* {
    auto it = program->headers.find(name);
    return it == program->headers.end() ? nullptr : &it->second;
  };
  try {
    image.source = emu::hash_of(emu::canonical_text(program->name, program->text, header));
  } catch (const std::runtime_error& problem) {
    program->log = std::string(problem.what()) + "\n1 error detected in the compilation of \"" + program->name;
    program->log += "\".\n";
    return NVRTC_ERROR_COMPILATION;
  }
  if (image.target.rfind("sm_", 0) == 0) program->image = emu::text_of(image);
  program->ptx = emu::text_of(image);
  return NVRTC_SUCCESS;
}

nvrtcResult nvrtcGetProgramLogSize(Program* program, size_t* bytes) {
  if (program == nullptr) return NVRTC_ERROR_INVALID_PROGRAM;
  *bytes = program->log.size() + 1;
  return NVRTC_SUCCESS;
}

nvrtcResult nvrtcGetProgramLog(Program* program, char* log) {
  return program == nullptr ? NVRTC_ERROR_INVALID_PROGRAM : give(program->log, log);
}

// 0 where the options named no real architecture: there is PTX only.
nvrtcResult nvrtcGetCUBINSize(Program* program, size_t* bytes) {
  if (program == nullptr) return NVRTC_ERROR_INVALID_PROGRAM;
  *bytes = program->image.empty() ? 0 : program->image.size() + 1;
  return NVRTC_SUCCESS;
}

nvrtcResult nvrtcGetCUBIN(Program* program, char* image) {
  if (program == nullptr || program->image.empty()) return NVRTC_ERROR_INVALID_PROGRAM;
  return give(program->image, image);
}

nvrtcResult nvrtcGetPTXSize(Program* program, size_t* bytes) {
  if (program == nullptr) return NVRTC_ERROR_INVALID_PROGRAM;
  *bytes = program->ptx.size() + 1;
  return NVRTC_SUCCESS;
}

nvrtcResult nvrtcGetPTX(Program* program, char* ptx) {
  return program == nullptr ? NVRTC_ERROR_INVALID_PROGRAM : give(program->ptx, ptx);
}
}
