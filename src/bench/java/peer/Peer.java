package peer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.core.env.Environment;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a good team would write with Spring Data JPA and Hibernate Search 8 to take the same people in: typed columns, assigned ids,
 * batched inserts, one look-up a chunk, rows that say nothing new passed over by a hash, the persistence context cleared after each
 * chunk. It has no preview, no provenance, no pairs, no undo, and what a crash leaves out of the index stays out of it.
 */
public final class Peer implements AutoCloseable {

    private static final int CHUNK = 1000;

    private final LocalContainerEntityManagerFactoryBean bean = new LocalContainerEntityManagerFactoryBean();
    private final EntityManagerFactory factory;
    private final TransactionTemplate transaction;
    private final EntityManager entities;
    private final Persons persons;
    private long next = System.currentTimeMillis() * 1_000;

    /** @param waiting a commit returns when the index has its rows */
    public Peer(DataSource dataSource, Environment hub, boolean waiting) {
        bean.setPersistenceUnitName(waiting ? "waiting" : "not-waiting");
        bean.setDataSource(dataSource);
        bean.setManagedTypes(PersistenceManagedTypes.of(Person.class.getName()));
        bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        bean.setJpaPropertyMap(settings(hub, waiting));
        bean.afterPropertiesSet();
        this.factory = Objects.requireNonNull(bean.getObject());
        this.transaction = new TransactionTemplate(new JpaTransactionManager(factory));
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
        this.persons = new JpaRepositoryFactory(entities).getRepository(Persons.class);
    }

    private static Map<String, Object> settings(Environment hub, boolean waiting) {
        Map<String, Object> s = new HashMap<>();
        s.put("jakarta.persistence.database-product-name", "MySQL");
        s.put("jakarta.persistence.database-major-version", "8");
        s.put("jakarta.persistence.database-minor-version", "4");
        s.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        s.put("jakarta.persistence.schema-generation.database.action", "drop-and-create");
        s.put("hibernate.jdbc.batch_size", CHUNK);
        s.put("hibernate.order_inserts", "true");
        s.put("hibernate.order_updates", "true");
        s.put("hibernate.search.enabled", "true");
        String uri = hub.getRequiredProperty("spring.elasticsearch.uris");
        s.put("hibernate.search.backend.uris", uri);
        s.put("hibernate.search.backend.username", hub.getProperty("spring.elasticsearch.username", ""));
        s.put("hibernate.search.backend.password", hub.getProperty("spring.elasticsearch.password", ""));
        s.put("hibernate.search.backend.version", "9.3"); // the embedded server has no GET / to ask
        s.put("hibernate.search.backend.version_check.enabled", "false");
        s.put("hibernate.search.backend.indexing.max_bulk_size", CHUNK);
        s.put("hibernate.search.backend.indexing.queue_size", 5 * CHUNK);
        s.put("hibernate.search.backend.schema_management.minimal_required_status", "yellow");
        s.put("hibernate.search.schema_management.strategy", "drop-and-create-and-drop");
        s.put("hibernate.search.indexing.plan.synchronization.strategy", waiting ? "write-sync" : "async");
        return s;
    }

    /** A row of the file. */
    private record Row(String identity, String hash, CsvRecord cells) {}

    /** Takes the file in; what the index has not got yet then it is still being sent. */
    public void take(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            var records = csv.iterator();
            Map<String, Integer> columns = new HashMap<>();
            List<String> titles = records.next().getFields();
            for (int i = 0; i < titles.size(); i++) {
                columns.put(titles.get(i).replace("\uFEFF", ""), i);
            }
            List<Row> chunk = new ArrayList<>(CHUNK);
            while (records.hasNext()) {
                CsvRecord r = records.next();
                if (r.getFieldCount() == titles.size()) {
                    chunk.add(new Row(identity(r, columns), hash(r), r));
                }
                if (chunk.size() == CHUNK || !records.hasNext()) {
                    List<Row> rows = chunk;
                    transaction.executeWithoutResult(status -> write(rows, columns));
                    chunk = new ArrayList<>(CHUNK);
                }
            }
        }
    }

    private void write(List<Row> rows, Map<String, Integer> columns) {
        Map<String, Persons.Known> known = persons
                .known(rows.stream().map(Row::identity).toList())
                .stream()
                .collect(Collectors.toMap(Persons.Known::identity, k -> k));
        Map<String, Row> fresh = new HashMap<>();
        Map<Long, Row> changed = new HashMap<>();
        for (Row r : rows) {
            Persons.Known k = known.get(r.identity());
            if (k == null) {
                fresh.put(r.identity(), r);
            } else if (!k.hash().equals(r.hash())) {
                changed.put(k.id(), r);
            }
        }
        List<Person> created = new ArrayList<>();
        fresh.forEach((identity, r) -> {
            Person p = new Person(next++, identity);
            p.take(title -> r.cells().getField(columns.get(title)), r.hash());
            created.add(p);
        });
        persons.saveAll(created);
        for (Person p : changed.isEmpty() ? List.<Person>of() : persons.findAllById(changed.keySet())) {
            Row r = Objects.requireNonNull(changed.get(p.id));
            p.take(title -> r.cells().getField(columns.get(title)), r.hash());
        }
        entities.flush();
    }

    private static String identity(CsvRecord r, Map<String, Integer> columns) {
        String number = r.getField(columns.get("证件号码"));
        return number.isBlank()
                ? r.getField(columns.get("姓名"))
                        + '/'
                        + r.getField(columns.get("出生年月"))
                        + '/'
                        + r.getField(columns.get("工作单位"))
                : number;
    }

    private static String hash(CsvRecord r) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(
                            digest.digest(String.join("\u0000", r.getFields()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many people the table has. */
    public long people() {
        return persons.count();
    }

    /** How many can be found, once the index has been asked to show what it was sent. */
    public long found() {
        return Objects.requireNonNull(transaction.execute(status -> {
            Search.mapping(factory).scope(Person.class).workspace().refresh();
            return Search.session(entities)
                    .search(Person.class)
                    .where(f -> f.matchAll())
                    .fetchTotalHitCount();
        }));
    }

    /** Leaves neither table nor index. */
    @Override
    public void close() {
        transaction.executeWithoutResult(status -> persons.deleteAllInBatch());
        bean.destroy();
    }
}
