package org.talenthub.records;

import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Hibernate's stateless session on the connection of the running transaction: the JPA mapping without its cache, in batches. */
@Component
class Bulk {

    private static final int BATCH = 500;

    private final SessionFactory sessions;
    private final DataSource dataSource;

    Bulk(EntityManagerFactory factory, DataSource dataSource) {
        this.sessions = factory.unwrap(SessionFactory.class);
        this.dataSource = dataSource;
    }

    <T> T with(Function<StatelessSession, T> work) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try (StatelessSession session = sessions.openStatelessSession(connection)) {
            session.setJdbcBatchSize(BATCH);
            return work.apply(session);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
