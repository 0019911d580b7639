#pragma once

#include <filesystem>

namespace jixiao::calibrate {

/// Fits the prices, from the list as it is, and writes FOLDER/prices.def. Every entry in turn takes the amount of those
/// tried that loses least, and keeps its own where no other loses less by what two samples are worth, until none moves.
/// Prints what each is worth and how each layout is read by prices that were fitted without it. 0: nothing moved.
int fit_prices(std::filesystem::path const& folder);

} // namespace jixiao::calibrate
