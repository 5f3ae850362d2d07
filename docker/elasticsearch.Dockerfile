# The official image with the hub's analysis plugin, which mvn package makes; after an update of the hub: docker compose up --build
ARG ELASTICSEARCH_IMAGE=docker.elastic.co/elasticsearch/elasticsearch:9.5.2
FROM ${ELASTICSEARCH_IMAGE}
COPY target/talent-hub-analysis-9.5.2.zip /tmp/talent-hub-analysis.zip
RUN bin/elasticsearch-plugin install --batch file:///tmp/talent-hub-analysis.zip
