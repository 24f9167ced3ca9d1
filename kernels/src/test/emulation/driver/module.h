// The kernels of the modules that are loaded.
#pragma once
#include <set>

#include "card.h"
#include "kernel_registry.h"

namespace emu {

struct Function {
  const Kernel* kernel;
  const KernelFile* file;
};

/// Those that a program may launch: its modules are loaded.
extern std::set<const Function*> functions;

}  // namespace emu
