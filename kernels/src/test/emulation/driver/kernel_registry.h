// How a .cu file, compiled as C++, tells the emulated driver its kernels.
#pragma once
#include <cstddef>
#include <utility>

namespace emu {

/// A kernel of a file: its arguments' sizes, and the call that unpacks them.
struct Kernel {
  const char* name;
  void (*call)(void* const* arguments);
  const size_t* argument_bytes;
  size_t argument_count;
};

/// A .cu file in one variant. All of [shared, shared_end) is what it declared __shared__.
struct KernelFile {
  const Kernel* kernels;
  size_t kernel_count;
  char* shared;
  size_t shared_bytes;
};

/// What a shared object made of a .cu file exports.
using KernelFileOf = KernelFile();
constexpr const char* kKernelFileSymbol = "emu_kernel_file";

/// Calls `kernel` with arguments of the types of its parameters.
template <auto kernel>
struct Call;

template <class... Parameters, void (*kernel)(Parameters...)>
struct Call<kernel> {
  static constexpr size_t kBytes[sizeof...(Parameters) + 1] = {sizeof(Parameters)..., 0};

  template <size_t... index>
  static void unpack(void* const* arguments, std::index_sequence<index...>) {
    kernel(*static_cast<Parameters*>(arguments[index])...);
  }

  static void call(void* const* arguments) { unpack(arguments, std::index_sequence_for<Parameters...>()); }

  static constexpr Kernel described(const char* name) { return {name, call, kBytes, sizeof...(Parameters)}; }
};

}  // namespace emu
