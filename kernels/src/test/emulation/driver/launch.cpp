// Launches, and what may be asked about a kernel beforehand.
#include <algorithm>
#include <memory>
#include <vector>

#include "module.h"
#include "stream.h"
#include "thread_block.h"

namespace emu {

namespace {

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

extern "C" {

CUresult cuFuncGetAttribute(int* value, int attribute, const Function* function) {
  EMU_CALL();
  if (emu::functions.count(function) == 0) return CUDA_ERROR_INVALID_HANDLE;
  // Threads of a block; shared, constant, local bytes; registers; PTX, binary version; caching; dynamic shared bytes.
  constexpr int kValues[] = {1024, 0, 0, 0, 32, 90, 90, 0, 49152};
  if (attribute < 0 || attribute >= static_cast<int>(std::size(kValues))) return CUDA_ERROR_INVALID_VALUE;
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
