# Debian 13: voice encryption's native library needs glibc 2.38 or newer.
FROM debian:13-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends maven openjdk-25-jdk-headless \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mvn -B -ntp -DskipTests package

FROM debian:13-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl openjdk-25-jre-headless \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /var/lib/downbeat downbeat
COPY --from=build /src/bot/target/downbeat /opt/downbeat
USER downbeat
WORKDIR /var/lib/downbeat
VOLUME /var/lib/downbeat
ENV DOWNBEAT_DATA_DIR=/var/lib/downbeat \
    DOWNBEAT_HTTP_HOST=0.0.0.0 \
    DOWNBEAT_HTTP_PORT=7700
EXPOSE 7700
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD curl -fsS http://127.0.0.1:7700/health || exit 1
ENTRYPOINT ["/opt/downbeat/bin/downbeat"]
CMD ["serve"]
