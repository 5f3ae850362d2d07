package org.talenthub;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.ElasticsearchTransport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/** Counts what a thread says to the database and to Elasticsearch while it is asked to; nobody else is in the way. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedSql implements BeanPostProcessor {

    private static final ThreadLocal<@Nullable List<String>> SAID = new ThreadLocal<>();
    private static final ThreadLocal<Integer> ASKED = ThreadLocal.withInitial(() -> 0);

    /** @param searches requests to Elasticsearch, of however many searches each */
    public record Said(List<String> statements, int searches) {}

    /** What this thread says while something is done. */
    public static Said during(Runnable work) {
        List<String> said = new ArrayList<>();
        SAID.set(said);
        ASKED.set(0);
        try {
            work.run();
        } finally {
            SAID.remove();
        }
        return new Said(said, ASKED.get());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource d
                ? counted(DataSource.class, d, "")
                : bean instanceof ElasticsearchClient c ? new ElasticsearchClient(counted(c._transport())) : bean;
    }

    private static ElasticsearchTransport counted(ElasticsearchTransport real) {
        return (ElasticsearchTransport) Proxy.newProxyInstance(
                CountedSql.class.getClassLoader(),
                new Class<?>[] {ElasticsearchTransport.class},
                (proxy, method, args) -> {
                    if (method.getName().startsWith("performRequest")) {
                        ASKED.set(ASKED.get() + 1);
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private static <T> T counted(Class<T> type, T real, String sql) {
        return type.cast(Proxy.newProxyInstance(
                CountedSql.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    List<String> saying = SAID.get();
                    boolean given = args != null && args.length > 0 && args[0] instanceof String;
                    if (saying != null
                            && real instanceof Statement
                            && method.getName().startsWith("execute")) {
                        saying.add(given ? (String) args[0] : sql);
                    }
                    try {
                        Object answer = method.invoke(real, args);
                        Class<?> said = method.getReturnType();
                        if (saying == null) {
                            return answer;
                        }
                        if (answer instanceof PreparedStatement p && said == PreparedStatement.class) {
                            return counted(PreparedStatement.class, p, given ? (String) args[0] : "");
                        }
                        if (answer instanceof Connection c && said == Connection.class && real instanceof DataSource) {
                            return counted(Connection.class, c, "");
                        }
                        return answer instanceof Statement t && said == Statement.class
                                ? counted(Statement.class, t, "")
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}
