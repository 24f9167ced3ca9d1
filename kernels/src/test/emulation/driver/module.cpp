// Modules: shared objects that the build made of the .cu files, one a file and variant, found by the source's hash.
#include <dirent.h>
#include <dlfcn.h>

#include <algorithm>
#include <memory>
#include <sstream>

#include "image.h"
#include "stream.h"
#include "thread_block.h"

namespace emu {

namespace {

struct Function {
  const Kernel* kernel;
  const KernelFile* file;
};

struct Module {
  void* library = nullptr;
  KernelFile file = {};
  std::vector<Function> functions;
};

Handles<Module> modules;
std::set<const Function*> functions;

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

/// Copies of a launch's arguments, as the driver takes them at the call.
class Arguments {
 public:
  Arguments(const Kernel& kernel, void* const* values) {
    constexpr size_t kSlot = sizeof(Slot);
    size_t slots = 0;
    for (size_t i = 0; i < kernel.argument_count; i++) slots += (kernel.argument_bytes[i] + kSlot - 1) / kSlot;
    storage_.resize(slots);
    Slot* next = storage_.data();
    for (size_t i = 0; i < kernel.argument_count; i++) {
      std::copy_n(static_cast<const char*>(values[i]), kernel.argument_bytes[i], reinterpret_cast<char*>(next));
      pointers_.push_back(next);
      next += (kernel.argument_bytes[i] + kSlot - 1) / kSlot;
    }
  }

  void* const* values() const { return pointers_.data(); }

 private:
  struct alignas(16) Slot {
    char bytes[16];
  };
  std::vector<Slot> storage_;
  std::vector<void*> pointers_;
};

bool within(unsigned x, unsigned y, unsigned z, unsigned most_x, unsigned most_y, unsigned most_z) {
  return x >= 1 && y >= 1 && z >= 1 && x <= most_x && y <= most_y && z <= most_z;
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

CUresult cuFuncGetAttribute(int* value, int attribute, const Function* function) {
  EMU_CALL();
  if (emu::functions.count(function) == 0) return CUDA_ERROR_INVALID_HANDLE;
  // Threads of a block, shared, constant, local bytes, registers, PTX and binary version, caching, dynamic shared bytes.
  constexpr int kValues[] = {1024, 0, 0, 0, 32, 90, 90, 0, 49152};
  if (attribute < 0 || attribute >= static_cast<int>(sizeof kValues / sizeof *kValues)) return CUDA_ERROR_INVALID_VALUE;
  *value = kValues[attribute];
  return CUDA_SUCCESS;
}

CUresult cuFuncSetAttribute(const Function* function, int, int) {
  EMU_CALL();
  return emu::functions.count(function) == 0 ? CUDA_ERROR_INVALID_HANDLE : CUDA_SUCCESS;
}

CUresult cuOccupancyMaxActiveBlocksPerMultiprocessor(int* blocks, const Function* function, int threads, size_t) {
  EMU_CALL();
  if (emu::functions.count(function) == 0) return CUDA_ERROR_INVALID_HANDLE;
  if (threads < 1 || threads > 1024) return CUDA_ERROR_INVALID_VALUE;
  *blocks = std::min(32, 2048 / threads);
  return CUDA_SUCCESS;
}

CUresult cuLaunchKernel(const Function* function, unsigned grid_x, unsigned grid_y, unsigned grid_z, unsigned block_x,
                        unsigned block_y, unsigned block_z, unsigned dynamic_shared, void* stream, void** arguments,
                        void** extra) {
  EMU_CALL();
  if (emu::functions.count(function) == 0) return CUDA_ERROR_INVALID_HANDLE;
  const emu::Kernel* kernel = function->kernel;
  bool sized = emu::within(grid_x, grid_y, grid_z, 2147483647, 65535, 65535) &&
               emu::within(block_x, block_y, block_z, 1024, 1024, 64) &&
               static_cast<uint64_t>(block_x) * block_y * block_z <= 1024;
  if (!sized || dynamic_shared > 0 || extra != nullptr || (arguments == nullptr && kernel->argument_count > 0)) {
    return CUDA_ERROR_INVALID_VALUE;
  }
  emu::Grid grid = {{grid_x, grid_y, grid_z}, {block_x, block_y, block_z}};
  auto values = std::make_shared<emu::Arguments>(*kernel, arguments);
  return emu::enqueue(stream, kernel->name, [function, grid, values] {
    if (emu::functions.count(function) == 0) return CUDA_ERROR_INVALID_HANDLE;  // unloaded since it was captured
    bool fine = emu::run_grid(*function->kernel, *function->file, grid, values->values());
    return fine ? CUDA_SUCCESS : CUDA_ERROR_ILLEGAL_ADDRESS;
  });
}
}
