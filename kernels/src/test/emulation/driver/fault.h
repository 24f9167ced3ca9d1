// What went wrong on the emulated card, in words: the text that cuGetErrorString gives.
#pragma once
#include <string>

namespace emu {

/// Keeps the report and prints it to stderr.
void fault(const std::string& report);

/// How many faults there were since the start of the process: work failed if it grew meanwhile.
unsigned long long faults();

/// The last report, or "" where there was none.
const std::string& last_report();

}  // namespace emu
