// Results of the driver API and their names (NVIDIA's CUDA driver API reference, "CUresult").
#pragma once

#define EMU_STATUSES(X)                                                                    \
  X(SUCCESS, 0, "no error")                                                                \
  X(ERROR_INVALID_VALUE, 1, "invalid argument")                                            \
  X(ERROR_OUT_OF_MEMORY, 2, "out of memory")                                               \
  X(ERROR_NOT_INITIALIZED, 3, "initialization error")                                      \
  X(ERROR_NO_DEVICE, 100, "no CUDA-capable device is detected")                            \
  X(ERROR_INVALID_DEVICE, 101, "invalid device ordinal")                                   \
  X(ERROR_INVALID_IMAGE, 200, "device kernel image is invalid")                            \
  X(ERROR_INVALID_CONTEXT, 201, "invalid device context")                                  \
  X(ERROR_NO_BINARY_FOR_GPU, 209, "no kernel image is available for execution on the device") \
  X(ERROR_INVALID_HANDLE, 400, "invalid resource handle")                                  \
  X(ERROR_NOT_FOUND, 500, "named symbol not found")                                        \
  X(ERROR_NOT_READY, 600, "device not ready")                                              \
  X(ERROR_ILLEGAL_ADDRESS, 700, "an illegal memory access was encountered")                \
  X(ERROR_NOT_SUPPORTED, 801, "operation not supported")                                   \
  X(ERROR_STREAM_CAPTURE_UNSUPPORTED, 900, "operation not permitted when stream is capturing") \
  X(ERROR_STREAM_CAPTURE_INVALIDATED, 901, "operation failed due to a previous error during capture") \
  X(ERROR_STREAM_CAPTURE_UNMATCHED, 903, "capture was not ended in the same stream as it began") \
  X(ERROR_STREAM_CAPTURE_IMPLICIT, 906, "the legacy stream would depend on a capturing stream") \
  X(ERROR_CAPTURED_EVENT, 907, "operation not permitted on an event last recorded in a capturing stream") \
  X(ERROR_STREAM_CAPTURE_WRONG_THREAD, 908, "attempt to terminate a thread-local capture sequence from another thread")

enum CUresult {
#define EMU_ENUM(name, number, text) CUDA_##name = number,
  EMU_STATUSES(EMU_ENUM)
#undef EMU_ENUM
};
