// Which opaque objects of a library are alive.
#pragma once
#include <mutex>
#include <unordered_set>

namespace emulation {

/// The handles or descriptors of one kind that were created and not destroyed. Anything else is a stray pointer.
template <typename T>
class Living {
 public:
  T* create() {
    std::lock_guard<std::mutex> guard(lock);
    T* made = new T();
    all.insert(made);
    return made;
  }

  bool holds(const T* object) {
    std::lock_guard<std::mutex> guard(lock);
    return all.count(const_cast<T*>(object)) != 0;
  }

  /// False where there is no such object (never created, or destroyed already).
  bool destroy(T* object) {
    std::lock_guard<std::mutex> guard(lock);
    if (all.erase(object) == 0) return false;
    delete object;
    return true;
  }

 private:
  std::mutex lock;
  std::unordered_set<T*> all;
};

}  // namespace emulation
