#include "fault.h"

#include <cstdio>

#include "emulated_memory.h"

namespace emu {

namespace {
std::string report_text;
unsigned long long count = 0;
}  // namespace

void fault(const std::string& report) {
  report_text = report;
  count++;
  std::fprintf(stderr, "emulated card: %s\n", report.c_str());
}

unsigned long long faults() { return count; }

const std::string& last_report() { return report_text; }

}  // namespace emu

void emu_fault(const char* who, const char* what) { emu::fault(std::string(who) + ": " + what); }

const char* emu_report() { return emu::last_report().c_str(); }
