#include "stream.h"

#include "emulated_memory.h"
#include "pinned.h"

namespace emu {

Handles<Stream> streams;
Handles<Event> events;
Handles<Graph> graphs;
Handles<GraphExec> graph_execs;

namespace {
Stream legacy;
std::set<Stream*> capturing;
thread_local CaptureMode thread_mode = kGlobal;

bool disturbs(const Capture& capture) {
  if (thread_mode == kRelaxed || capture.mode == kRelaxed) return false;
  if (capture.thread == std::this_thread::get_id()) return true;
  return capture.mode == kGlobal && thread_mode == kGlobal;
}

/// The legacy stream waits for all blocking streams, which a capture of one of them cannot express.
CUresult forbid_legacy() {
  CUresult status = CUDA_SUCCESS;
  for (Stream* stream : capturing) {
    if (!stream->blocking || !stream->capture.valid) continue;
    stream->capture.valid = false;
    status = CUDA_ERROR_STREAM_CAPTURE_IMPLICIT;
  }
  return status;
}
}  // namespace

Stream* stream_of(void* handle) {
  if (reinterpret_cast<uintptr_t>(handle) <= 2) return &legacy;
  Stream* stream = static_cast<Stream*>(handle);
  return streams.has(stream) ? stream : nullptr;
}

CUresult enqueue(void* handle, const char* name, Work work) {
  Stream* stream = stream_of(handle);
  if (stream == nullptr) return CUDA_ERROR_INVALID_HANDLE;
  if (stream == &legacy) {
    if (CUresult status = forbid_legacy()) return status;
  }
  if (!stream->capturing) return work();
  if (!stream->capture.valid) return CUDA_ERROR_STREAM_CAPTURE_INVALIDATED;
  stream->capture.graph->nodes.push_back(new Node{name, std::move(work)});
  return CUDA_SUCCESS;
}

CUresult forbid_in_capture() {
  CUresult status = CUDA_SUCCESS;
  for (Stream* stream : capturing) {
    if (!disturbs(stream->capture)) continue;
    stream->capture.valid = false;
    status = CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED;
  }
  return status;
}

CUresult wait_for_all() {
  CUresult status = forbid_in_capture();
  return status == CUDA_SUCCESS ? settle_transfers() : status;
}

CUresult wait_for(Stream* stream) {
  if (stream == &legacy) {
    CUresult status = forbid_legacy();
    return status == CUDA_SUCCESS ? settle_transfers() : status;
  }
  if (!stream->capturing) return settle_transfers();
  bool valid = stream->capture.valid;
  stream->capture.valid = false;
  return valid ? CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED : CUDA_ERROR_STREAM_CAPTURE_INVALIDATED;
}

}  // namespace emu

bool emu_run(void* stream, std::function<void()> work, const char* name) {
  std::lock_guard<std::recursive_mutex> lock(emu::card);
  return emu::enqueue(stream, name, [work = std::move(work)] {
           unsigned long long before = emu::faults();
           work();
           return emu::faults() == before ? CUDA_SUCCESS : CUDA_ERROR_ILLEGAL_ADDRESS;
         }) == CUDA_SUCCESS;
}

bool emu_capturing(void* handle) {
  std::lock_guard<std::recursive_mutex> lock(emu::card);
  emu::Stream* stream = emu::stream_of(handle);
  return stream != nullptr && stream->capturing;
}

using emu::Stream;

extern "C" {

CUresult cuStreamCreate(Stream** stream, unsigned flags) {
  EMU_CALL();
  if (stream == nullptr || flags > 1) return CUDA_ERROR_INVALID_VALUE;
  *stream = emu::streams.make();
  (*stream)->blocking = flags == 0;
  return CUDA_SUCCESS;
}

CUresult cuStreamCreateWithPriority(Stream** stream, unsigned flags, int) { return cuStreamCreate(stream, flags); }

CUresult cuStreamDestroy_v2(Stream* stream) {
  EMU_CALL();
  if (!emu::streams.has(stream)) return CUDA_ERROR_INVALID_HANDLE;
  if (stream->capturing) {
    emu::graphs.destroy(stream->capture.graph);
    emu::capturing.erase(stream);
  }
  emu::streams.destroy(stream);
  return CUDA_SUCCESS;
}

CUresult cuStreamSynchronize(void* handle) {
  EMU_CALL();
  Stream* stream = emu::stream_of(handle);
  return stream == nullptr ? CUDA_ERROR_INVALID_HANDLE : emu::wait_for(stream);
}

CUresult cuStreamQuery(void* handle) { return cuStreamSynchronize(handle); }

CUresult cuStreamBeginCapture_v2(void* handle, int mode) {
  EMU_CALL();
  Stream* stream = emu::stream_of(handle);
  if (stream == nullptr) return CUDA_ERROR_INVALID_HANDLE;
  if (stream == &emu::legacy) return CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED;
  if (mode < emu::kGlobal || mode > emu::kRelaxed) return CUDA_ERROR_INVALID_VALUE;
  if (stream->capturing) {
    stream->capture.valid = false;
    return CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED;
  }
  stream->capturing = true;
  stream->capture = {emu::graphs.make(), static_cast<emu::CaptureMode>(mode), std::this_thread::get_id(), true};
  emu::capturing.insert(stream);
  return CUDA_SUCCESS;
}

CUresult cuStreamEndCapture(void* handle, emu::Graph** graph) {
  EMU_CALL();
  Stream* stream = emu::stream_of(handle);
  if (stream == nullptr) return CUDA_ERROR_INVALID_HANDLE;
  if (!stream->capturing) return CUDA_ERROR_INVALID_VALUE;
  const emu::Capture& capture = stream->capture;
  if (capture.mode != emu::kRelaxed && capture.thread != std::this_thread::get_id()) {
    return CUDA_ERROR_STREAM_CAPTURE_WRONG_THREAD;
  }
  stream->capturing = false;
  emu::capturing.erase(stream);
  *graph = capture.valid ? capture.graph : nullptr;
  if (capture.valid) return CUDA_SUCCESS;
  emu::graphs.destroy(capture.graph);
  return CUDA_ERROR_STREAM_CAPTURE_INVALIDATED;
}

CUresult cuStreamIsCapturing(void* handle, int* status) {
  EMU_CALL();
  Stream* stream = emu::stream_of(handle);
  if (stream == nullptr) return CUDA_ERROR_INVALID_HANDLE;
  *status = !stream->capturing ? 0 : stream->capture.valid ? 1 : 2;
  return CUDA_SUCCESS;
}

CUresult cuThreadExchangeStreamCaptureMode(int* mode) {
  int before = emu::thread_mode;
  emu::thread_mode = static_cast<emu::CaptureMode>(*mode);
  *mode = before;
  return CUDA_SUCCESS;
}
}
