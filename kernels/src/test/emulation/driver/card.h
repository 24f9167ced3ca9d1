// The state of the emulated card that its entry points share.
#pragma once
#include <mutex>
#include <set>
#include <string>

#include "arena.h"
#include "fault.h"
#include "status.h"

namespace emu {

/// Everything runs under it, one call at a time.
extern std::recursive_mutex card;

extern bool initialised;
/// Whether the calling thread has made the card's context its own.
extern thread_local bool context_current;

/// What a call lacks before it can do anything: cuInit, a context.
inline CUresult lacking() {
  if (!initialised) return CUDA_ERROR_NOT_INITIALIZED;
  return context_current ? CUDA_SUCCESS : CUDA_ERROR_INVALID_CONTEXT;
}

/// Keeps what cuGetErrorString is to say of that status; gives the status back.
CUresult explain(CUresult status, const std::string& text);

/// Handles given out and not yet destroyed.
template <class T>
class Handles {
 public:
  T* make() { return *live_.insert(new T).first; }
  bool has(const T* handle) const { return live_.count(const_cast<T*>(handle)) != 0; }
  void destroy(T* handle) {
    live_.erase(handle);
    delete handle;
  }

 private:
  std::set<T*> live_;
};

}  // namespace emu

/// Opens an entry point that needs a context.
#define EMU_CALL()                                        \
  std::lock_guard<std::recursive_mutex> lock(emu::card); \
  if (CUresult lacks = emu::lacking()) return lacks
