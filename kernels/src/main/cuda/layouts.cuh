// Where an element of a box stands in two strided layouts.
#pragma once

constexpr int MOST_AXES = 8;

// Sizes of a box and the strides of two layouts of it, the innermost axis first; axes from rank on are not read.
struct TwoLayouts {
  int rank;
  int sizes[MOST_AXES];
  int firstStrides[MOST_AXES];
  int secondStrides[MOST_AXES];
};

struct TwoOffsets {
  int first;
  int second;
};

// The offsets of the element whose row-major number within the box is number.
__device__ __forceinline__ TwoOffsets offsetsOf(const TwoLayouts& box, long long number) {
  TwoOffsets offsets = {0, 0};
  unsigned int rest = static_cast<unsigned int>(number);
#pragma unroll
  for (int axis = 0; axis < MOST_AXES; axis++) {
    if (axis == box.rank) {
      break;
    }
    unsigned int size = box.sizes[axis];
    int index = rest % size;
    rest /= size;
    offsets.first += index * box.firstStrides[axis];
    offsets.second += index * box.secondStrides[axis];
  }
  return offsets;
}
