#include "thread_block.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <vector>

#include "arena.h"
#include "fault.h"
#include "fiber.h"

EmuIndex threadIdx, blockIdx, blockDim, gridDim;

namespace emu {

namespace {

constexpr int kWarp = 32;
/// Shared memory starts as this: NaN as float, so that a read before the write shows.
constexpr int kSharedPoison = 0xFF;

enum class State : uint8_t { kNotStarted, kReady, kAtBarrier, kInExchange, kEnded };

/// A thread of the block that runs, and what it waits with in an exchange.
struct Thread {
  State state;
  WarpOp op;
  unsigned mask;
  int argument, width;
  uint64_t value;
  int fiber;
};

struct Stack {
  Fiber fiber;
  void* memory;
};

const Kernel* kernel = nullptr;
void* const* arguments = nullptr;
std::vector<Thread> threads;
std::deque<Stack> stacks;       // grows to the most threads that ever waited at once
std::vector<int> idle_stacks;   // inside the loop of thread_main, to be given a thread
Fiber scheduler;
bool reverse = false, failed = false;
int current = 0;                // thread that runs
int warp_first = 0, warp_size = 0, warp_started = 0;

/// The k-th of n in the order of this launch.
int in_order(int k, int n) { return reverse ? n - 1 - k : k; }

EmuIndex position(unsigned linear, const EmuIndex& size) {
  if (linear < size.x) return {linear, 0, 0};
  return {linear % size.x, linear / size.x % size.y, linear / size.x / size.y};
}

std::string words(const EmuIndex& index) {
  return "(" + std::to_string(index.x) + ", " + std::to_string(index.y) + ", " + std::to_string(index.z) + ")";
}

std::string thread_words(int thread) { return "thread " + words(position(thread, blockDim)); }

void enter(int thread) {
  current = thread;
  threadIdx = position(thread, blockDim);
}

/// Starts the next thread of the warp on the stack that calls; false where all have been started.
bool start_next() {
  if (warp_started == warp_size) return false;
  int fiber = threads[current].fiber;
  enter(warp_first + in_order(warp_started++, warp_size));
  threads[current].fiber = fiber;
  return true;
}

/// A stack's life: one thread after the other. A thread that never waits costs no switch.
void thread_main() {
  for (;;) {
    kernel->call(arguments);
    threads[current].state = State::kEnded;
    if (start_next()) continue;
    int fiber = threads[current].fiber;
    idle_stacks.push_back(fiber);
    switch_fiber(stacks[fiber].fiber, scheduler);
  }
}

int take_stack() {
  if (idle_stacks.empty()) {
    stacks.push_back({{}, new_stack()});
    prepare(stacks.back().fiber, stacks.back().memory, thread_main);
    return static_cast<int>(stacks.size()) - 1;
  }
  int taken = idle_stacks.back();
  idle_stacks.pop_back();
  return taken;
}

/// After a fault: forgets what the stacks were doing.
void reset_stacks() {
  idle_stacks.clear();
  for (size_t i = 0; i < stacks.size(); i++) {
    prepare(stacks[i].fiber, stacks[i].memory, thread_main);
    idle_stacks.push_back(static_cast<int>(i));
  }
}

void resume(int thread) {
  enter(thread);
  switch_fiber(scheduler, stacks[threads[thread].fiber].fiber);
}

/// Leaves the running thread until the scheduler resumes it.
void wait_as(State state) {
  int self = current;
  threads[self].state = state;
  switch_fiber(stacks[threads[self].fiber].fiber, scheduler);
}

std::string who() {
  return std::string("kernel ") + kernel->name + ", block " + words(blockIdx) + ", " + thread_words(current);
}

void abandon(const std::string& report) {
  fault(report);
  failed = true;
}

/// Why the lanes that this thread waits for do not come.
std::string missing_lane(const Thread& waiting) {
  for (int lane = 0; lane < kWarp; lane++) {
    if (!(waiting.mask >> lane & 1)) continue;
    std::string name = "lane " + std::to_string(lane);
    if (lane >= warp_size) return name + " does not exist in a warp of " + std::to_string(warp_size) + " threads";
    const Thread& other = threads[warp_first + lane];
    if (other.state == State::kEnded) return name + " has ended";
    if (other.state == State::kAtBarrier) return name + " waits at __syncthreads()";
    if (other.op != waiting.op) return name + " waits in another operation";
    if (other.mask != waiting.mask) return name + " came with another mask";
  }
  return "no lane is missing";
}

void run_warp() {
  while (!failed && warp_started < warp_size) {
    int fiber = take_stack();
    enter(warp_first + in_order(warp_started++, warp_size));
    threads[current].fiber = fiber;
    switch_fiber(scheduler, stacks[fiber].fiber);
  }
  for (bool ran = true; ran && !failed;) {
    ran = false;
    for (int k = 0; k < warp_size && !failed; k++) {
      int thread = warp_first + in_order(k, warp_size);
      if (threads[thread].state != State::kReady) continue;
      resume(thread);
      ran = true;
    }
  }
  for (int lane = 0; lane < warp_size && !failed; lane++) {
    const Thread& thread = threads[warp_first + lane];
    if (thread.state != State::kInExchange) continue;
    current = warp_first + lane;
    abandon(who() + ": a warp operation with mask " + std::to_string(thread.mask) +
            " waits for ever, since " + missing_lane(thread));
  }
}

/// Lets the threads go on from a barrier that all have reached; false where all have ended.
bool release_barrier() {
  int waiting = -1, ended = -1;
  for (size_t i = 0; i < threads.size(); i++) {
    (threads[i].state == State::kEnded ? ended : waiting) = static_cast<int>(i);
  }
  if (waiting >= 0 && ended >= 0) {
    current = waiting;
    abandon(who() + ": __syncthreads() is never reached by " + thread_words(ended) + ", which has ended");
  }
  if (waiting < 0 || failed) return false;
  for (Thread& thread : threads) thread.state = State::kReady;
  return true;
}

void run_block() {
  int count = static_cast<int>(threads.size());
  int warps = (count + kWarp - 1) / kWarp;
  for (Thread& thread : threads) thread.state = State::kNotStarted;
  bool first = true;
  do {
    for (int w = 0; w < warps && !failed; w++) {
      warp_first = in_order(w, warps) * kWarp;
      warp_size = std::min(kWarp, count - warp_first);
      warp_started = first ? 0 : warp_size;
      run_warp();
    }
    first = false;
  } while (!failed && release_barrier());
}

/// Lane whose value a lane gets: its own where the source is outside its segment of `width` lanes.
int source_lane(const Thread& thread, int lane) {
  int segment = lane & ~(thread.width - 1), last = segment + thread.width - 1, source = lane;
  switch (thread.op) {
    case WarpOp::kShuffle: return segment + (thread.argument & (thread.width - 1));
    case WarpOp::kShuffleUp: source = lane - thread.argument; return source < segment ? lane : source;
    case WarpOp::kShuffleDown: source = lane + thread.argument; break;
    case WarpOp::kShuffleXor: source = lane ^ thread.argument; break;
    default: return lane;
  }
  return source > last ? lane : source;
}

/// All lanes of the mask have come: gives each its result, in place of its value.
void complete(unsigned mask, WarpOp op) {
  uint64_t sent[kWarp] = {}, ballot = 0;
  for (int lane = 0; lane < warp_size; lane++) {
    if (!(mask >> lane & 1)) continue;
    sent[lane] = threads[warp_first + lane].value;
    ballot |= static_cast<uint64_t>(sent[lane] != 0) << lane;
  }
  for (int lane = 0; lane < warp_size; lane++) {
    if (!(mask >> lane & 1)) continue;
    Thread& thread = threads[warp_first + lane];
    int source = source_lane(thread, lane);
    if (!(mask >> source & 1)) {
      current = warp_first + lane;
      kernel_fault("a shuffle reads lane " + std::to_string(source) + ", which takes no part in it");
    }
    thread.value = op == WarpOp::kBallot ? ballot : sent[source];
    thread.state = State::kReady;
  }
}

}  // namespace

uint64_t exchange(WarpOp op, unsigned mask, uint64_t value, int argument, int width) {
  int self = current, lane = self - warp_first;
  if (!(mask >> lane & 1)) kernel_fault("a warp operation's mask does not name its own lane");
  if (width < 1 || width > kWarp || (width & (width - 1)) != 0) {
    kernel_fault("a shuffle's width is " + std::to_string(width));
  }
  threads[self] = {State::kInExchange, op, mask, argument, width, value, threads[self].fiber};
  for (int other = 0; other < kWarp; other++) {
    if (!(mask >> other & 1)) continue;
    const Thread* thread = other < warp_size ? &threads[warp_first + other] : nullptr;
    if (thread == nullptr || thread->state != State::kInExchange || thread->op != op || thread->mask != mask) {
      wait_as(State::kInExchange);
      return threads[self].value;
    }
  }
  complete(mask, op);
  return threads[self].value;
}

bool run_grid(const Kernel& launched, const KernelFile& file, const Grid& grid, void* const* values) {
  static bool next_reverse = false;
  kernel = &launched;
  arguments = values;
  blockDim = grid.threads;
  gridDim = grid.blocks;
  reverse = next_reverse;
  next_reverse = !next_reverse;
  failed = false;
  threads.assign(static_cast<size_t>(grid.threads.x) * grid.threads.y * grid.threads.z, {});
  uint64_t blocks = static_cast<uint64_t>(grid.blocks.x) * grid.blocks.y * grid.blocks.z;
  for (uint64_t k = 0; k < blocks && !failed; k++) {
    uint64_t block = reverse ? blocks - 1 - k : k;
    blockIdx = {static_cast<unsigned>(block % grid.blocks.x),
                static_cast<unsigned>(block / grid.blocks.x % grid.blocks.y),
                static_cast<unsigned>(block / grid.blocks.x / grid.blocks.y)};
    std::memset(file.shared, kSharedPoison, file.shared_bytes);
    run_block();
  }
  if (failed) reset_stacks();
  return !failed;
}

void kernel_fault(const std::string& what) {
  abandon(who() + ": " + what);
  switch_fiber(stacks[threads[current].fiber].fiber, scheduler);
}

void kernel_fault(bool write, uintptr_t address, size_t bytes) {
  abandon(access_report(who(), write, address, bytes));
  switch_fiber(stacks[threads[current].fiber].fiber, scheduler);
}

}  // namespace emu

extern "C" void __syncthreads() { emu::wait_as(emu::State::kAtBarrier); }
