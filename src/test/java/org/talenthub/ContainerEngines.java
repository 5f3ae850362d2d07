package org.talenthub;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.talenthub.analysis.AnalysisPlugin;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Engines in containers instead of embedded ones, for those that {@code hub.engines.external} names ({@code mysql},
 * {@code elasticsearch}). Like the embedded engines there is one of each in a JVM, whatever the number of application
 * contexts, and it ends after the last of them.
 */
@TestConfiguration(proxyBeanMethods = false)
class ContainerEngines {

    private static MySQLContainer mysql;
    private static ElasticsearchContainer elasticsearch;

    @Bean
    @ServiceConnection
    @ConditionalOnExpression("'${hub.engines.external:}'.contains('mysql')")
    static synchronized MySQLContainer mysql(@Value("${hub.test.mysql-image:mysql:9.7}") String image) {
        if (mysql == null) {
            mysql = new SharedMySql(DockerImageName.parse(image).asCompatibleSubstituteFor("mysql"));
        }
        return mysql;
    }

    @Bean
    @ServiceConnection
    @ConditionalOnExpression("'${hub.engines.external:}'.contains('elasticsearch')")
    static synchronized ElasticsearchContainer elasticsearch(
            @Value("${hub.test.elasticsearch-image:docker.elastic.co/elasticsearch/elasticsearch:9.5.2}")
                    String image) {
        if (elasticsearch == null) {
            elasticsearch = new SharedElasticsearch(DockerImageName.parse(image)
                    .asCompatibleSubstituteFor("docker.elastic.co/elasticsearch/elasticsearch"));
        }
        return elasticsearch;
    }

    /** Doesn't stop with a context that is closed while others use it. */
    private static final class SharedMySql extends MySQLContainer {

        SharedMySql(DockerImageName image) {
            super(image);
            // as many as the embedded one allows: each context that is kept has a pool of its own;
            // and no waiting for a disk that nobody will read after the tests
            withCommand(
                    "--max-connections=200",
                    "--sync-binlog=0",
                    "--innodb-flush-log-at-trx-commit=2",
                    "--innodb-doublewrite=OFF",
                    "--innodb-buffer-pool-size=512M",
                    "--performance-schema=OFF");
            SpringApplication.getShutdownHandlers().add(super::stop);
        }

        @Override
        public void stop() {
            // when all contexts are closed
        }
    }

    /** The same. With security on, as everywhere, but without TLS, which would need the container's own certificate. */
    private static final class SharedElasticsearch extends ElasticsearchContainer {

        SharedElasticsearch(DockerImageName image) {
            super(image);
            withEnv("xpack.security.http.ssl.enabled", "false");
            withEnv("ES_JAVA_OPTS", "-Xms1g -Xmx1g");
            // the files of the analysis plugin at their place, as its installation leaves them
            AnalysisPlugin.files()
                    .forEach((name, bytes) -> withCopyToContainer(
                            Transferable.of(bytes, 0100644),
                            "/usr/share/elasticsearch/plugins/" + AnalysisPlugin.NAME + "/" + name));
            SpringApplication.getShutdownHandlers().add(super::stop);
        }

        @Override
        public void stop() {
            // when all contexts are closed
        }
    }
}
