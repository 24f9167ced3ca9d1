// The order in which maxima are sought.
#pragma once

// Whether candidate takes the place of largest, met before it: NaN is the largest, and of equals the first one stays.
__device__ __forceinline__ bool beats(float candidate, float largest) {
  return candidate > largest || (candidate != candidate && largest == largest);
}
