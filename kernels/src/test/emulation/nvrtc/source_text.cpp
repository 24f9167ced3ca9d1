#include "source_text.h"

#include <cstdint>
#include <cstdio>
#include <sstream>
#include <stdexcept>

namespace emu {

namespace {

using Header = std::function<const std::string*(const std::string&)>;

/// The x of a line #include "x" or #include <x>; empty for other lines.
std::string included(const std::string& line) {
  size_t at = line.find_first_not_of(" \t");
  if (at == std::string::npos || line.compare(at, 8, "#include") != 0) return "";
  size_t open = line.find_first_of("\"<", at), close = line.find_last_of("\">");
  return open == std::string::npos || close <= open ? "" : line.substr(open + 1, close - open - 1);
}

void append(const std::string& name, const std::string& text, const Header& header, std::set<std::string>& seen,
            std::string& all) {
  std::istringstream lines(text);
  int number = 0, conditions = 0;
  for (std::string line; std::getline(lines, line);) {
    number++;
    line.erase(line.find_last_not_of(" \t\r") + 1);
    std::string place = name + "(" + std::to_string(number) + "): ";
    std::string other = included(line);
    if (line.rfind("#if", 0) == 0) conditions++;
    if (line.rfind("#endif", 0) == 0) conditions--;
    if (line.rfind("#error", 0) == 0 && conditions == 0) {
      throw std::runtime_error(place + "error: #error directive: " + line.substr(6));
    }
    if (!other.empty()) {
      const std::string* found = header(other);
      if (found == nullptr) throw std::runtime_error(place + "error: could not open source file \"" + other + "\"");
      if (seen.insert(other).second) append(other, *found, header, seen, all);
    } else if (!line.empty() && line != "#pragma once") {
      all += line + "\n";
    }
  }
}

}  // namespace

std::string canonical_text(const std::string& name, const std::string& text, const Header& header) {
  std::set<std::string> seen;
  std::string all;
  append(name, text, header, seen, all);
  return all;
}

std::string hash_of(const std::string& text) {
  uint64_t hash = 14695981039346656037ull;
  for (unsigned char c : text) hash = (hash ^ c) * 1099511628211ull;
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

}  // namespace emu
