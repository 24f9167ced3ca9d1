// cuDNN's filter descriptors.
#include "cudnn_descriptors.h"

namespace emulation {

namespace {

Living<Filter>& filters() {
  static Living<Filter> living;
  return living;
}

int requireAlive(const Filter* filter, const char* call, const char* name) {
  if (filters().holds(filter)) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "%s: %s is no filter descriptor: never created, or destroyed", call, name);
}

}  // namespace

int requireSet(const Filter* filter, const char* call, const char* name) {
  if (int status = requireAlive(filter, call, name)) return status;
  return filter->set ? CUDNN_SUCCESS : refuse(CUDNN_BAD_PARAM, "%s: %s was never set", call, name);
}

}  // namespace emulation

using namespace emulation;

extern "C" {

int cudnnCreateFilterDescriptor(Filter** filter) {
  if (filter == nullptr) return refuse(CUDNN_BAD_PARAM, "cudnnCreateFilterDescriptor: null");
  *filter = filters().create();
  return CUDNN_SUCCESS;
}

int cudnnDestroyFilterDescriptor(Filter* filter) {
  if (filters().destroy(filter)) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "cudnnDestroyFilterDescriptor: never created, or destroyed already");
}

int cudnnSetFilter4dDescriptor(Filter* filter, int type, int format, int k, int c, int h, int w) {
  const char* call = "cudnnSetFilter4dDescriptor";
  if (int status = requireAlive(filter, call, "the descriptor")) return status;
  if (type != CUDNN_DATA_FLOAT && type != CUDNN_DATA_BFLOAT16) {
    return refuse(CUDNN_NOT_SUPPORTED, "%s: the emulation has no filters of data type %d", call, type);
  }
  if (format != CUDNN_TENSOR_NCHW && format != CUDNN_TENSOR_NHWC) {
    return refuse(CUDNN_BAD_PARAM, "%s: tensor format %d", call, format);
  }
  if (k <= 0 || c <= 0 || h <= 0 || w <= 0) {
    return refuse(CUDNN_BAD_PARAM, "%s: k %d, c %d, h %d, w %d", call, k, c, h, w);
  }
  *filter = {true, type, format, k, c, h, w};
  return CUDNN_SUCCESS;
}

int cudnnGetFilter4dDescriptor(const Filter* filter, int* type, int* format, int* k, int* c, int* h, int* w) {
  if (int status = requireSet(filter, "cudnnGetFilter4dDescriptor", "the descriptor")) return status;
  *type = filter->type;
  *format = filter->format;
  *k = filter->k;
  *c = filter->c;
  *h = filter->h;
  *w = filter->w;
  return CUDNN_SUCCESS;
}

int cudnnGetFilterSizeInBytes(const Filter* filter, size_t* bytes) {
  if (int status = requireSet(filter, "cudnnGetFilterSizeInBytes", "the descriptor")) return status;
  *bytes = filter->bytes();
  return CUDNN_SUCCESS;
}

}  // extern "C"
