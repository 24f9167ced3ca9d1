// cuDNN's bias: adding a broadcast tensor, and the bias's gradient.
#include <vector>

#include "cudnn_descriptors.h"
#include "cudnn_handle.h"
#include "emulated_memory.h"

using namespace emulation;

namespace {

int requireTensor(const Tensor* tensor, const char* call, const char* name) {
  if (int status = requireSet(tensor, call, name)) return status;
  if (!tensor->isNhwc() && !tensor->isNchw()) return refuse(CUDNN_NOT_SUPPORTED, "%s: %s is not packed", call, name);
  if (tensor->type == CUDNN_DATA_FLOAT || tensor->type == CUDNN_DATA_BFLOAT16) return CUDNN_SUCCESS;
  return refuse(CUDNN_NOT_SUPPORTED, "%s: data type %d", call, tensor->type);
}

int requirePair(const char* call, const Tensor* in, const void* inData, const Tensor* out, const void* outData,
                const void* alpha, const void* beta) {
  if (alpha == nullptr || beta == nullptr) return refuse(CUDNN_BAD_PARAM, "%s: alpha or beta is null", call);
  if (int status = requireTensor(in, call, "the input")) return status;
  if (int status = requireTensor(out, call, "the output")) return status;
  if (in->type != out->type) return refuse(CUDNN_BAD_PARAM, "%s: data types %d and %d", call, in->type, out->type);
  if (int status = requirePointer(inData, in->element(), call, "the input")) return status;
  if (int status = requirePointer(outData, out->element(), call, "the output")) return status;
  if (!overlap(inData, in->bytes(), outData, out->bytes())) return CUDNN_SUCCESS;
  return refuse(CUDNN_BAD_PARAM, "%s: the operands overlap", call);
}

/// Calls visit(offset in full, offset in part) for all elements of full; part repeats where its size is 1.
template <typename Visit>
void visitBroadcast(const Tensor& full, const Tensor& part, Visit visit) {
  auto step = [&part](int dimension) { return part.size[dimension] == 1 ? 0 : part.stride[dimension]; };
  for (int n = 0; n < full.n(); n++) {
    for (int h = 0; h < full.h(); h++) {
      for (int w = 0; w < full.w(); w++) {
        size_t from = static_cast<size_t>(n) * full.stride[0] + h * full.stride[2] + w * full.stride[3];
        size_t to = static_cast<size_t>(n) * step(0) + h * step(2) + w * step(3);
        for (int c = 0; c < full.c(); c++) visit(from + c * full.stride[1], to + c * step(1));
      }
    }
  }
}

bool ready(const Tensor& in, const void* inData, const Tensor& out, void* outData, bool readsOut, const char* call) {
  if (!emu_readable(inData, in.bytes(), call) || !emu_writable(outData, out.bytes(), call)) return false;
  return !readsOut || emu_readable(outData, out.bytes(), call);
}

}  // namespace

extern "C" {

int cudnnAddTensor(CudnnHandle* handle, const void* alpha, const Tensor* aDesc, const void* a, const void* beta,
                   const Tensor* cDesc, void* c) {
  const char* call = "cudnnAddTensor";
  if (int status = requireReady(handle, call)) return status;
  if (int status = requirePair(call, aDesc, a, cDesc, c, alpha, beta)) return status;
  for (int i = 0; i < 4; i++) {
    if (aDesc->size[i] != cDesc->size[i] && aDesc->size[i] != 1) {
      return refuse(CUDNN_BAD_PARAM, "%s: %s does not fit %s", call, aDesc->text().c_str(), cDesc->text().c_str());
    }
  }
  double scale = *static_cast<const float*>(alpha), keep = *static_cast<const float*>(beta);
  return runOn(handle, call, [=, bias = *aDesc, full = *cDesc] {
    if (!ready(bias, a, full, c, keep != 0, call)) return;
    visitBroadcast(full, bias, [&](size_t to, size_t from) {
      blend(scale, load(a, bias.element(), from), keep, c, full.element(), to);
    });
    emu_wrote(c, full.bytes());
  });
}

int cudnnConvolutionBackwardBias(CudnnHandle* handle, const void* alpha, const Tensor* dyDesc, const void* dy,
                                 const void* beta, const Tensor* dbDesc, void* db) {
  const char* call = "cudnnConvolutionBackwardBias";
  if (int status = requireReady(handle, call)) return status;
  if (int status = requirePair(call, dyDesc, dy, dbDesc, db, alpha, beta)) return status;
  if (dbDesc->size != std::array<int, 4>{1, dyDesc->c(), 1, 1}) {
    return refuse(CUDNN_BAD_PARAM, "%s: db is %s, dy %s", call, dbDesc->text().c_str(), dyDesc->text().c_str());
  }
  double scale = *static_cast<const float*>(alpha), keep = *static_cast<const float*>(beta);
  return runOn(handle, call, [=, full = *dyDesc, bias = *dbDesc] {
    if (!ready(full, dy, bias, db, keep != 0, call)) return;
    std::vector<double> sums(bias.count());
    visitBroadcast(full, bias, [&](size_t from, size_t to) { sums[to] += load(dy, full.element(), from); });
    for (size_t c = 0; c < sums.size(); c++) blend(scale, sums[c], keep, db, bias.element(), c);
    emu_wrote(db, bias.bytes());
  });
}

}  // extern "C"
