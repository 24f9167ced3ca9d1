// What the emulated NVRTC gives for machine code or PTX: a text that names the source it was made of.
#pragma once
#include <string>

namespace emu {

constexpr const char* kImageHeader = "gan-engine emulated image\n";

struct Image {
  std::string source;   // hash of the canonical text
  std::string variant;  // fp32 or bf16
  std::string target;   // sm_90, compute_90
};

inline std::string text_of(const Image& image) {
  return kImageHeader + image.source + "\n" + image.variant + "\n" + image.target + "\n";
}

}  // namespace emu
