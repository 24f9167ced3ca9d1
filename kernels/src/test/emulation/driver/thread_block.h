// The threads of a block, as the emulated driver runs them and as a kernel sees itself.
#pragma once
#include <cstdint>
#include <string>

#include "kernel_registry.h"

struct EmuIndex {
  unsigned x, y, z;
};

/// CUDA's built-in variables, set for the thread that runs.
extern EmuIndex threadIdx, blockIdx, blockDim, gridDim;

/// Waits for all threads of the block; one that has ended meanwhile is a fault.
extern "C" void __syncthreads();

namespace emu {

enum class WarpOp : uint8_t { kSync, kShuffle, kShuffleUp, kShuffleDown, kShuffleXor, kBallot };

/// Waits for the lanes of the mask, which must all come with the same operation and mask.
/// value: the bits to exchange, for kBallot zero or not; argument: the source lane, delta or lane mask.
uint64_t exchange(WarpOp op, unsigned mask, uint64_t value, int argument, int width);

struct Grid {
  EmuIndex blocks, threads;
};

/// Runs a kernel over a grid; every second call in the reverse order of blocks and threads, so that code which needs
/// a barrier that is not there gives other numbers. False where it ended by a fault.
bool run_grid(const Kernel& kernel, const KernelFile& file, const Grid& grid, void* const* arguments);

/// Reports what the running thread did wrong and ends the launch: does not return within a kernel.
void kernel_fault(bool write, uintptr_t address, size_t bytes);
void kernel_fault(const std::string& what);

}  // namespace emu
