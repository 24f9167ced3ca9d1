// Pinned host memory and the transfers between it and the card that are under way: from the call of an asynchronous
// copy until the host waits.
#pragma once
#include <cstddef>

#include "status.h"

namespace emu {

/// A new pinned buffer, or null.
void* pin(size_t bytes);

/// Whether a live pinned buffer started there. Its addresses are not used again, so that a late use is noticed.
bool unpin(void* host);

/// Whether a copy may use the host memory: not where it leaves a pinned buffer or that is freed. Reports.
bool host_usable(const void* host, size_t bytes, const char* who);

/// Copies from host memory. If that is pinned, it must stay as it is until the host waits.
void upload_from(const void* host, void* to, size_t bytes, const char* who);

/// Copies to host memory: at once if it is pageable; if it is pinned, when the host waits, until when it is all ones.
CUresult download_to(void* host, const void* from, size_t bytes);

/// The host waits: what was under way arrives. A fault if host memory changed while it was being copied to the card.
CUresult settle_transfers();

}  // namespace emu
