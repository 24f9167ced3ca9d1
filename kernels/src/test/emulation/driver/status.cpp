#include "status.h"

#include <map>

#include "card.h"

namespace emu {

namespace {
std::map<CUresult, std::string> explained;
}

CUresult explain(CUresult status, const std::string& text) {
  explained[status] = text;
  return status;
}

}  // namespace emu

extern "C" {

CUresult cuGetErrorName(CUresult status, const char** name) {
  switch (status) {
#define EMU_NAME(symbol, number, text) \
  case number:                         \
    *name = "CUDA_" #symbol;           \
    return CUDA_SUCCESS;
    EMU_STATUSES(EMU_NAME)
#undef EMU_NAME
  }
  *name = nullptr;
  return CUDA_ERROR_INVALID_VALUE;
}

// The text stays where it is until the next failure of the same kind.
CUresult cuGetErrorString(CUresult status, const char** text) {
  std::lock_guard<std::recursive_mutex> lock(emu::card);
  if (status == CUDA_ERROR_ILLEGAL_ADDRESS && !emu::last_report().empty()) {
    *text = emu::last_report().c_str();
    return CUDA_SUCCESS;
  }
  auto it = emu::explained.find(status);
  if (it != emu::explained.end()) {
    *text = it->second.c_str();
    return CUDA_SUCCESS;
  }
  switch (status) {
#define EMU_TEXT(symbol, number, words) \
  case number:                          \
    *text = words;                      \
    return CUDA_SUCCESS;
    EMU_STATUSES(EMU_TEXT)
#undef EMU_TEXT
  }
  *text = nullptr;
  return CUDA_ERROR_INVALID_VALUE;
}
}
