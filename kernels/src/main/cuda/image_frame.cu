// Images [batch, height, width, channels] placed in frames of another size: shifted, cut off, with zeros around them.
// Widths and shifts are counted in items of a row, width times channels of them: numbers or 16-byte vectors.
#include "real.cuh"

struct Placement {
  int rows;      // of all frames: batch times frame height
  int fromRows;  // of one image
  int toRows;    // of one frame
  int down;      // frame row of the image's first row, may be negative
  int fromRow;   // items in a row of the image
  int toRow;     // items in a row of the frame
  int right;     // frame item of the image row's first item, may be negative
};

template <typename Item>
__device__ __forceinline__ void place(Placement p, const Item* __restrict__ image, Item* __restrict__ frame) {
  for (int row = blockIdx.y; row < p.rows; row += gridDim.y) {
    int item = row / p.toRows;
    int y = row % p.toRows - p.down;
    bool inside = y >= 0 && y < p.fromRows;
    const Item* from = image + (static_cast<long long>(item) * p.fromRows + (inside ? y : 0)) * p.fromRow;
    Item* to = frame + static_cast<long long>(row) * p.toRow;
    for (long long i = firstItem(); i < p.toRow; i += itemStride()) {
      long long x = i - p.right;
      to[i] = inside && x >= 0 && x < p.fromRow ? from[x] : Item{};
    }
  }
}

extern "C" __global__ void frame_reals(Placement p, const Real* __restrict__ image, Real* __restrict__ frame) {
  place<Real>(p, image, frame);
}

extern "C" __global__ void frame_vectors(Placement p, const Real* __restrict__ image, Real* __restrict__ frame) {
  place<RealVector>(p, reinterpret_cast<const RealVector*>(image), reinterpret_cast<RealVector*>(frame));
}
