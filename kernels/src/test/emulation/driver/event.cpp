#include <chrono>

#include "stream.h"

using emu::Event;

extern "C" {

CUresult cuEventCreate(Event** event, unsigned flags) {
  EMU_CALL();
  constexpr unsigned kKnown = 7, kDisableTiming = 2;
  if (event == nullptr || (flags & ~kKnown) != 0) return CUDA_ERROR_INVALID_VALUE;
  *event = emu::events.make();
  (*event)->timing = (flags & kDisableTiming) == 0;
  return CUDA_SUCCESS;
}

CUresult cuEventDestroy_v2(Event* event) {
  EMU_CALL();
  if (!emu::events.has(event)) return CUDA_ERROR_INVALID_HANDLE;
  emu::events.destroy(event);
  return CUDA_SUCCESS;
}

CUresult cuEventRecord(Event* event, void* stream) {
  EMU_CALL();
  emu::Stream* on = emu::stream_of(stream);
  if (!emu::events.has(event) || on == nullptr) return CUDA_ERROR_INVALID_HANDLE;
  event->captured = on->capturing;
  if (on->capturing) {
    // A mark for waits within the capture, nothing that a replay would do.
    return on->capture.valid ? CUDA_SUCCESS : CUDA_ERROR_STREAM_CAPTURE_INVALIDATED;
  }
  event->recorded = true;
  std::chrono::duration<double, std::milli> now = std::chrono::steady_clock::now().time_since_epoch();
  event->milliseconds = now.count();
  return CUDA_SUCCESS;
}

CUresult cuEventSynchronize(Event* event) {
  EMU_CALL();
  if (!emu::events.has(event)) return CUDA_ERROR_INVALID_HANDLE;
  if (event->captured) return CUDA_ERROR_CAPTURED_EVENT;
  return emu::wait_for_all();
}

CUresult cuEventQuery(Event* event) { return cuEventSynchronize(event); }

CUresult cuEventElapsedTime(float* milliseconds, Event* start, Event* end) {
  EMU_CALL();
  if (!emu::events.has(start) || !emu::events.has(end)) return CUDA_ERROR_INVALID_HANDLE;
  if (start->captured || end->captured) return CUDA_ERROR_CAPTURED_EVENT;
  if (!start->recorded || !end->recorded || !start->timing || !end->timing) return CUDA_ERROR_INVALID_HANDLE;
  *milliseconds = static_cast<float>(end->milliseconds - start->milliseconds);
  return CUDA_SUCCESS;
}

CUresult cuStreamWaitEvent(void* stream, Event* event, unsigned) {
  EMU_CALL();
  emu::Stream* on = emu::stream_of(stream);
  if (!emu::events.has(event) || on == nullptr) return CUDA_ERROR_INVALID_HANDLE;
  // A stream would join the capture of another by this; the engine has one stream.
  if (event->captured && !on->capturing) return CUDA_ERROR_NOT_SUPPORTED;
  return CUDA_SUCCESS;
}
}
