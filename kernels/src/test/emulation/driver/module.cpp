// Modules: shared objects that the build made of the .cu files, one a file and variant, found by the source's hash.
#include <dirent.h>
#include <dlfcn.h>

#include <memory>
#include <sstream>
#include <vector>

#include "image.h"
#include "module.h"
#include "stream.h"

namespace emu {

std::set<const Function*> functions;

namespace {

struct Module {
  void* library = nullptr;
  KernelFile file = {};
  std::vector<Function> functions;
};

Handles<Module> modules;

/// The folder that this library lies in.
std::string folder() {
  Dl_info here;
  if (dladdr(reinterpret_cast<void*>(&folder), &here) == 0) return "";
  std::string path = here.dli_fname;
  size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

/// The file NAME.<variant>.<hash>.so, or "".
std::string library_of(const Image& image) {
  std::string kernels = folder() + "/kernels", suffix = "." + image.variant + "." + image.source + ".so";
  std::unique_ptr<DIR, int (*)(DIR*)> open(opendir(kernels.c_str()), closedir);
  while (const dirent* entry = open ? readdir(open.get()) : nullptr) {
    std::string name = entry->d_name;
    if (name.size() > suffix.size() && name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0) {
      return kernels + "/" + name;
    }
  }
  return "";
}

CUresult load(Module** module, const char* text) {
  std::istringstream lines(text);
  Image image;
  std::string header;
  std::getline(lines, header);
  if (header + "\n" != kImageHeader) {
    return explain(CUDA_ERROR_INVALID_IMAGE, "not an image made by the emulated NVRTC");
  }
  lines >> image.source >> image.variant >> image.target;
  bool portable = image.target.rfind("compute_", 0) == 0 && std::stoi(image.target.substr(8)) <= 90;
  if (image.target != "sm_90" && !portable) {
    return explain(CUDA_ERROR_NO_BINARY_FOR_GPU, "made for " + image.target + ", the emulated card is sm_90");
  }
  std::string path = library_of(image);
  if (path.empty()) {
    return explain(CUDA_ERROR_NO_BINARY_FOR_GPU, "this source is not what was compiled into the emulation (hash " +
                                                     image.source + ", " + image.variant + ")");
  }
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return explain(CUDA_ERROR_INVALID_IMAGE, dlerror());
  auto file = reinterpret_cast<KernelFileOf*>(dlsym(library, kKernelFileSymbol));
  *module = modules.make();
  (*module)->library = library;
  (*module)->file = file();
  for (size_t i = 0; i < (*module)->file.kernel_count; i++) {
    (*module)->functions.push_back({(*module)->file.kernels + i, &(*module)->file});
  }
  for (const Function& function : (*module)->functions) functions.insert(&function);
  return CUDA_SUCCESS;
}

}  // namespace

}  // namespace emu

using emu::Function;
using emu::Module;

extern "C" {

CUresult cuModuleLoadData(Module** module, const void* image) {
  EMU_CALL();
  if (CUresult status = emu::forbid_in_capture()) return status;
  if (module == nullptr || image == nullptr) return CUDA_ERROR_INVALID_VALUE;
  return emu::load(module, static_cast<const char*>(image));
}

CUresult cuModuleLoadDataEx(Module** module, const void* image, unsigned, int*, void**) {
  return cuModuleLoadData(module, image);
}

CUresult cuModuleUnload(Module* module) {
  EMU_CALL();
  if (!emu::modules.has(module)) return CUDA_ERROR_INVALID_HANDLE;
  for (const Function& function : module->functions) emu::functions.erase(&function);
  dlclose(module->library);
  emu::modules.destroy(module);
  return CUDA_SUCCESS;
}

CUresult cuModuleGetFunction(const Function** function, Module* module, const char* name) {
  EMU_CALL();
  if (!emu::modules.has(module)) return CUDA_ERROR_INVALID_HANDLE;
  for (const Function& candidate : module->functions) {
    if (std::string(candidate.kernel->name) == name) {
      *function = &candidate;
      return CUDA_SUCCESS;
    }
  }
  return CUDA_ERROR_NOT_FOUND;
}
}
