// Why a call was refused: kept per thread, so that the libraries' error strings can say it.
#pragma once
#include <cstdarg>
#include <cstdio>
#include <string>

namespace emulation {

struct Refusal {
  int status = 0;
  std::string reason;
};

inline thread_local Refusal lastRefusal;

/// Keeps the reason (printf's format) for the error string of this status, and returns the status.
__attribute__((format(printf, 2, 3))) inline int refuse(int status, const char* format, ...) {
  char reason[512];
  va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(reason, sizeof reason, format, arguments);
  va_end(arguments);
  lastRefusal = {status, reason};
  return status;
}

/// The text of an error string: the status's name, and the reason if that status was this thread's last refusal.
inline const char* explained(int status, const char* name) {
  thread_local std::string text;
  text = name;
  if (status != 0 && status == lastRefusal.status) text += ": " + lastRefusal.reason;
  return text.c_str();
}

}  // namespace emulation
