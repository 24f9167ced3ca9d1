// What emulated libraries (cuBLAS, cuDNN) use of the emulated card: its checked memory and its streams.
// All functions are exported by the emulated libcuda.so.1.
#pragma once
#include <cstddef>
#include <functional>

/// Whether all of [p, p + bytes) lies in one live allocation and every byte of it was written before.
/// On false a report (who, what, where, sizes) is kept for emu_report() and printed to stderr.
bool emu_readable(const void* p, size_t bytes, const char* who);

/// Whether all of [p, p + bytes) lies in one live allocation. On false a report is kept and printed.
bool emu_writable(void* p, size_t bytes, const char* who);

/// Marks bytes that a host loop has written (after emu_writable) as written.
void emu_wrote(void* p, size_t bytes);

/// Marks bytes as never written, for outputs whose contents a library leaves undefined.
void emu_undefined(void* p, size_t bytes);

/// Keeps and prints a report of one's own: what who did wrong. The work it happens in counts as failed.
void emu_fault(const char* who, const char* what);

/// The last report, or "" where there was none. Stays valid until the next fault of any thread.
const char* emu_report();

/// Runs work now; or, while the stream (a CUstream; null: the legacy one) is being captured, records it, to run at
/// every launch of the graph with what it has captured by value. Check pointers with emu_readable and emu_writable
/// inside the work, since memory may be freed between capture and replay.
/// False where work reported a fault, or where a capture was invalid: the call then returns its library's
/// EXECUTION_FAILED.
bool emu_run(void* stream, std::function<void()> work, const char* name);

/// Whether the stream is being captured: for calls that are not allowed then (those that synchronise).
bool emu_capturing(void* stream);
