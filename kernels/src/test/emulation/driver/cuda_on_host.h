// CUDA C++ for g++: what NVRTC has built in, for .cu files compiled into the host emulation. Included by force before
// their first line. __CUDA_ARCH__ is not defined: inline PTX belongs under #ifdef __CUDA_ARCH__, with C++ beside it.
#pragma once
#include "cuda_arithmetic.h"
#include "cuda_vectors.h"
#include "cuda_warp.h"
#include "thread_block.h"

#define __global__
#define __device__
#define __host__
#define __constant__ static const
#define __forceinline__ inline __attribute__((always_inline))
#define __noinline__ __attribute__((noinline))
#define __launch_bounds__(...)
// One block runs at a time, so what its threads share is simply static.
#define __shared__ static


using dim3 = EmuIndex;
