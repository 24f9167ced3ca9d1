// Streams and what their capture records. Work runs within the call that enqueues it.
#pragma once
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "card.h"

namespace emu {

using Work = std::function<CUresult()>;

/// A recorded piece of work.
struct Node {
  std::string name;
  Work work;
};

struct Graph {
  std::vector<Node*> nodes;
  ~Graph() {
    for (Node* node : nodes) delete node;
  }
};

/// What instantiation makes of a graph: a copy, so the graph may be destroyed.
struct GraphExec {
  std::vector<Node> nodes;
};

enum CaptureMode { kGlobal = 0, kThreadLocal = 1, kRelaxed = 2 };

struct Capture {
  Graph* graph;
  CaptureMode mode;
  std::thread::id thread;
  bool valid;
};

struct Stream {
  bool blocking = true;  // waits for the legacy stream, and that for it
  bool capturing = false;
  Capture capture = {};
};

/// An event: the clock when it was reached.
struct Event {
  bool recorded = false, captured = false, timing = true;
  double milliseconds = 0;
};

extern Handles<Stream> streams;
extern Handles<Event> events;
extern Handles<Graph> graphs;
extern Handles<GraphExec> graph_execs;

/// The stream a handle means; null for a handle that never was or is destroyed. 0, 1 and 2 are the default streams.
Stream* stream_of(void* handle);

/// Runs work or, in a capture, records it.
CUresult enqueue(void* stream, const char* name, Work work);

/// For a call that must not happen while the thread could disturb a capture, such as an allocation. Fails then, and
/// invalidates the captures.
CUresult forbid_in_capture();

/// The host waits for all work, which must not happen in a capture either: transfers arrive.
CUresult wait_for_all();

/// The host waits for one stream; which must not be in a capture.
CUresult wait_for(Stream* stream);

}  // namespace emu
