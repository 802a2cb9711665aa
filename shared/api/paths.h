#pragma once

// Where the API lives. Every route is spelled here once for server and apps' clients in docs/openapi.yaml's terms.
namespace cargo::api {

inline constexpr char kBase[] = "/api/v1";
inline constexpr char kWebSocketPath[] = "/ws";
inline constexpr char kWebSocketProtocol[] = "cargo.v1";

} // namespace cargo::api
