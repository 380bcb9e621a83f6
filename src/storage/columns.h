// Reading and writing the types of core in the columns of a statement.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Statement.h>

#include <string>
#include <string_view>

namespace essaim::storage {

/// Binds without a copy: `bytes` must live until the statement has run.
inline void bindBlob(SQLite::Statement& statement, int parameter, std::string_view bytes) {
    statement.bindNoCopy(parameter, bytes.data() ? bytes.data() : "", static_cast<int>(bytes.size()));
}

template <std::size_t N>
void bindDigest(SQLite::Statement& statement, int parameter, const Digest<N>& digest) {
    statement.bind(parameter, digest.bytes.data(), static_cast<int>(N));
}

/// NULL where there is none.
template <std::size_t N>
void bindDigest(SQLite::Statement& statement, int parameter, const std::optional<Digest<N>>& digest) {
    if (digest)
        bindDigest(statement, parameter, *digest);
    else
        statement.bind(parameter);
}

/// View of a text or blob, valid until the statement's next step.
inline std::string_view bytesOf(const SQLite::Column& column) {
    const auto* const data = static_cast<const char*>(column.getBlob());
    return {data ? data : "", static_cast<std::size_t>(column.getBytes())};
}

/// Empty for NULL and for anything of another size.
template <std::size_t N>
std::optional<Digest<N>> digestOf(const SQLite::Column& column) {
    return Digest<N>::fromBytes(bytesOf(column));
}

} // namespace essaim::storage
