#pragma once

#include "together/trace.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jixiao {

/// Which forms are of one project.
class Projects {
public:
  /// The number of the project that the form belongs to; a new one where it is of none before. `same_code` is set to a
  /// form with the same code and a name that has nothing in common, if there is one.
  std::size_t project_of(FormTrace const& form, std::size_t number, std::optional<std::size_t>& same_code);

  std::size_t count() const { return count_; }

private:
  std::size_t by_name(FormTrace const& form);

  struct Coded {
    std::size_t project, form;
    std::string name;
  };
  struct Named {
    std::string unit, document;
    std::size_t project;
  };
  std::map<std::string, Coded> by_code_;
  std::map<std::string, std::vector<Named>> by_name_;
  std::size_t count_ = 0;
};

} // namespace jixiao
