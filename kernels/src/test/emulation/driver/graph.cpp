// Graphs: a list in the order of capture, which is one order that their dependencies allow.
#include "stream.h"

using emu::Graph;
using emu::GraphExec;

extern "C" {

CUresult cuGraphGetNodes(Graph* graph, emu::Node** nodes, size_t* count) {
  EMU_CALL();
  if (!emu::graphs.has(graph) || count == nullptr) return CUDA_ERROR_INVALID_VALUE;
  for (size_t i = 0; nodes != nullptr && i < *count; i++) {
    nodes[i] = i < graph->nodes.size() ? graph->nodes[i] : nullptr;
  }
  if (nodes == nullptr || *count > graph->nodes.size()) *count = graph->nodes.size();
  return CUDA_SUCCESS;
}

CUresult cuGraphInstantiateWithFlags(GraphExec** exec, Graph* graph, unsigned long long) {
  EMU_CALL();
  if (!emu::graphs.has(graph) || exec == nullptr) return CUDA_ERROR_INVALID_VALUE;
  *exec = emu::graph_execs.make();
  for (const emu::Node* node : graph->nodes) (*exec)->nodes.push_back(*node);
  return CUDA_SUCCESS;
}

CUresult cuGraphUpload(GraphExec* exec, void* stream) {
  EMU_CALL();
  if (!emu::graph_execs.has(exec)) return CUDA_ERROR_INVALID_VALUE;
  return emu::stream_of(stream) == nullptr ? CUDA_ERROR_INVALID_HANDLE : CUDA_SUCCESS;
}

CUresult cuGraphLaunch(GraphExec* exec, void* stream) {
  EMU_CALL();
  if (!emu::graph_execs.has(exec)) return CUDA_ERROR_INVALID_VALUE;
  return emu::enqueue(stream, "cuGraphLaunch", [exec] {
    for (const emu::Node& node : exec->nodes) {
      if (CUresult status = node.work()) return status;
    }
    return CUDA_SUCCESS;
  });
}

CUresult cuGraphExecDestroy(GraphExec* exec) {
  EMU_CALL();
  if (!emu::graph_execs.has(exec)) return CUDA_ERROR_INVALID_VALUE;
  emu::graph_execs.destroy(exec);
  return CUDA_SUCCESS;
}

CUresult cuGraphDestroy(Graph* graph) {
  EMU_CALL();
  if (!emu::graphs.has(graph)) return CUDA_ERROR_INVALID_VALUE;
  emu::graphs.destroy(graph);
  return CUDA_SUCCESS;
}
}
