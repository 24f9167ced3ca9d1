// The identity of a kernel source: what the emulated NVRTC names in its "cubin", and the emulated driver looks up.
#pragma once
#include <functional>
#include <set>
#include <string>

namespace emu {

/// The text with each #include "x" replaced, at its first place, by what `header` gives for it, without empty lines.
/// Thus a source with its headers beside it and the two put into one text are the same.
/// Throws std::runtime_error in the words of NVRTC where header gives no text (null), and for an #error outside of #if.
std::string canonical_text(const std::string& name, const std::string& text,
                           const std::function<const std::string*(const std::string&)>& header);

/// 16 hexadecimal digits of a text (FNV-1a).
std::string hash_of(const std::string& text);

}  // namespace emu
