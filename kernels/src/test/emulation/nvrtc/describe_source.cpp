// A program of the build: describe_source DIR/x.cu hash          prints the identity of the source
//                        describe_source DIR/x.cu kernels       prints C++ that includes it and exports its kernels
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "source_text.h"

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string whole_text(const std::filesystem::path& source) {
  std::map<std::string, std::string> headers;
  auto header = [&](const std::string& name) -> const std::string* {
    return &headers.try_emplace(name, read(source.parent_path() / name)).first->second;
  };
  return emu::canonical_text(source.filename(), read(source), header);
}

void print_kernels(const std::filesystem::path& source) {
  static const std::regex kernel(R"(extern\s+"C"\s+__global__\s+void\s+(?:__launch_bounds__\([^)]*\)\s*)?(\w+)\s*\()");
  std::string text = whole_text(source);
  std::cout << "#include \"" << std::filesystem::absolute(source).string() << "\"\n"
            << "extern \"C\" __attribute__((visibility(\"hidden\"))) char __bss_start[], _end[];\n"
            << "static constexpr emu::Kernel kernels[] = {\n";
  for (std::sregex_iterator it(text.begin(), text.end(), kernel), end; it != end; ++it) {
    std::cout << "    emu::Call<&" << (*it)[1] << ">::described(\"" << (*it)[1] << "\"),\n";
  }
  std::cout << "};\n"
            << "extern \"C\" __attribute__((visibility(\"default\"))) emu::KernelFile emu_kernel_file() {\n"
            << "  return {kernels, sizeof kernels / sizeof *kernels, __bss_start, size_t(_end - __bss_start)};\n}\n";
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count == 3 && std::string(arguments[2]) == "hash") {
      std::cout << emu::hash_of(whole_text(arguments[1])) << "\n";
      return 0;
    }
    if (count == 3 && std::string(arguments[2]) == "kernels") {
      print_kernels(arguments[1]);
      return 0;
    }
    std::cerr << "describe_source FILE.cu hash|kernels\n";
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << "\n";
  }
  return 1;
}
