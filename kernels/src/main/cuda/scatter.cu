// scatterAdd: out[row, :] = the sum of x[i, :] over all i with indices[i] = row, i ascending, so that the bits are the
// same every time. Either every element of out looks through all indices (scatter_add_scanning), or each row's indices
// are first linked into a list (scatter_clear, scatter_link) that scatter_add_listed then goes through.
#include "real.cuh"

// Lists of more indices than this are not searched for the next larger index over and over: all indices are scanned.
constexpr int LONGEST_LIST = 16;

__device__ __forceinline__ float sumScanning(const Real* __restrict__ x, const long long* __restrict__ indices,
                                             long long length, long long row, int column, int width) {
  float sum = 0;
  for (long long i = 0; i < length; i++) {
    if (indices[i] == row) {
      sum += toFloat(x[i * width + column]);
    }
  }
  return sum;
}

// out has count Reals in rows of width; there are length indices.
extern "C" __global__ void scatter_add_scanning(const Real* __restrict__ x, const long long* __restrict__ indices,
                                                Real* __restrict__ out, long long count, int width, long long length) {
  for (long long e = firstItem(); e < count; e += itemStride()) {
    out[e] = toReal(sumScanning(x, indices, length, e / width, static_cast<int>(e % width), width));
  }
}

// Empty lists: no row has a first index.
extern "C" __global__ void scatter_clear(int* firstOfRow, long long rows) {
  for (long long row = firstItem(); row < rows; row += itemStride()) {
    firstOfRow[row] = -1;
  }
}

// Puts every i in front of the list of row indices[i]. Which order a list gets is left to chance; its members are not.
extern "C" __global__ void scatter_link(const long long* __restrict__ indices, int* firstOfRow, int* next,
                                        long long length) {
  for (long long i = firstItem(); i < length; i += itemStride()) {
    next[i] = atomicExch(&firstOfRow[indices[i]], static_cast<int>(i));
  }
}

// As scatter_add_scanning, with the lists of scatter_link.
extern "C" __global__ void scatter_add_listed(const Real* __restrict__ x, const long long* __restrict__ indices,
                                              const int* __restrict__ firstOfRow, const int* __restrict__ next,
                                              Real* __restrict__ out, long long count, int width, long long length) {
  for (long long e = firstItem(); e < count; e += itemStride()) {
    long long row = e / width;
    int column = static_cast<int>(e % width);
    int members = 0;
    for (int i = firstOfRow[row]; i >= 0 && members <= LONGEST_LIST; i = next[i]) {
      members++;
    }
    float sum = 0;
    if (members > LONGEST_LIST) {
      sum = sumScanning(x, indices, length, row, column, width);
    } else {
      int last = -1;
      for (int member = 0; member < members; member++) {
        int following = 0x7fffffff;
        for (int i = firstOfRow[row]; i >= 0; i = next[i]) {
          following = i > last && i < following ? i : following;
        }
        sum += toFloat(x[static_cast<long long>(following) * width + column]);
        last = following;
      }
    }
    out[e] = toReal(sum);
  }
}
