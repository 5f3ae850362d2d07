package org.talenthub.indexing.indices;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.talenthub.analysis.AnalysisPlugin;
import org.talenthub.common.Ids;
import org.talenthub.common.causes.EngineAway;

/**
 * The hub's indices by their aliases: {@code talents} stands for {@code talents-000003}. With {@code hub.index.prefix} several hubs
 * share one cluster.
 */
@Component
public class Indices {

    private final ElasticsearchClient client;
    private final Map<String, IndexDefinition> byType = new TreeMap<>();

    Indices(
            ElasticsearchClient client,
            List<DocumentSource> sources,
            @Value("${hub.index.prefix:}") String prefix,
            @Value("${hub.index.shards:1}") int shards,
            @Value("${hub.index.replicas:}") String replicas) {
        this.client = client;
        Spread spread = Spread.of(shards, replicas);
        sources.forEach(s -> byType.put(s.type(), IndexDefinition.of(s, prefix, spread)));
    }

    /** The name to search the records of a type by. */
    public String alias(String type) {
        return definition(type).alias();
    }

    public List<IndexDefinition> all() {
        return List.copyOf(byType.values());
    }

    public IndexDefinition definition(String type) {
        IndexDefinition d = byType.get(type);
        if (d == null) {
            throw new IllegalArgumentException("no documents for " + type);
        }
        return d;
    }

    /** Makes what was written findable, also in a generation that is about to take over. */
    public void refresh() {
        call(
                "refresh",
                () -> client.indices()
                        .refresh(r -> r.index(all().stream()
                                        .flatMap(d -> Stream.of(d.alias(), d.building()))
                                        .toList())
                                .ignoreUnavailable(true)));
    }

    /** The building aliases there are now: whoever writes a change writes it there too. */
    public Set<String> building() {
        // with an asterisk: a plain name that is not there would be an error
        List<String> names = all().stream().map(d -> d.building() + "*").toList();
        return call("alias", () -> client.indices().getAlias(a -> a.name(names))).aliases().values().stream()
                .flatMap(i -> i.aliases().keySet().stream())
                .collect(Collectors.toSet());
    }

    /**
     * Looks whether the cluster analyses text as the hub's definitions need it.
     *
     * @throws AnalysisMissing when it has no plugin or that of another hub
     * @throws EngineAway when it doesn't answer
     */
    public void checkAnalysis() {
        try {
            String found = client.indices()
                    .analyze(a -> a.analyzer(AnalysisPlugin.VERSION_ANALYZER).text("?"))
                    .tokens()
                    .getFirst()
                    .token();
            if (!found.equals(AnalysisPlugin.version())) {
                throw new AnalysisMissing(found);
            }
        } catch (ElasticsearchException e) {
            if (e.status() == 400) {
                throw new AnalysisMissing("");
            }
            throw away("analysis", e);
        } catch (IOException e) {
            throw away("analysis", e);
        }
    }

    /** The index an alias stands for. */
    public Optional<String> behind(String alias) {
        try {
            Map<String, IndexAliases> found =
                    client.indices().getAlias(a -> a.name(alias)).aliases();
            return found.keySet().stream().sorted().reduce((a, b) -> b);
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw away("alias", e);
        } catch (IOException e) {
            throw away("alias", e);
        }
    }

    /** What an index says of itself; see {@link org.talenthub.indexing.rebuild.Rebuild}. */
    public Map<String, String> meta(String index) {
        Map<String, JsonData> meta = call("mapping", () -> client.indices().getMapping(m -> m.index(index)))
                .mappings()
                .values()
                .iterator()
                .next()
                .mappings()
                .meta();
        return meta.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().to(String.class)));
    }

    public void meta(String index, Map<String, String> meta) {
        Map<String, JsonData> data =
                meta.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> JsonData.of(e.getValue())));
        call("mapping", () -> client.indices().putMapping(m -> m.index(index).meta(data)));
    }

    /** Creates the next index of a definition, under its building alias only. */
    public String create(IndexDefinition d, Map<String, String> meta) {
        String name = "%s-%06d"
                .formatted(
                        d.alias(),
                        generations(d).stream().mapToInt(v -> number(v)).max().orElse(0) + 1);
        call(
                "create",
                () -> client.indices()
                        .create(c -> c.withJson(new StringReader(d.json()))
                                .index(name)
                                .aliases(d.building(), a -> a)));
        meta(name, meta);
        return name;
    }

    /** In one step: the alias leaves the old index for the new one. */
    public void swap(IndexDefinition d, @Nullable String from, String to) {
        // an index by the alias's own name is what a write made when the cluster had been emptied under a running hub
        boolean squatted = from == null
                && call("exists", () -> client.indices().exists(e -> e.index(d.alias())))
                        .value();
        call(
                "swap",
                () -> client.indices().updateAliases(u -> {
                    if (from != null) {
                        u.actions(a -> a.remove(r -> r.index(from).alias(d.alias())));
                    }
                    if (squatted) {
                        u.actions(a -> a.removeIndex(r -> r.index(d.alias())));
                    }
                    return u.actions(a -> a.add(r -> r.index(to).alias(d.alias())))
                            .actions(a -> a.remove(r -> r.index(to).alias(d.building())));
                }));
    }

    /** Drops every generation of the index but these. */
    public void dropOthers(IndexDefinition d, Collection<String> keep) {
        List<String> others = new ArrayList<>(generations(d));
        others.removeAll(keep);
        if (!others.isEmpty()) {
            call("drop", () -> client.indices().delete(x -> x.index(others)));
        }
    }

    public long count(String index) {
        call("refresh", () -> client.indices().refresh(r -> r.index(index)));
        return call("count", () -> client.count(c -> c.index(index))).count();
    }

    /** Takes up a generation that was left, to bring it up to date and into service again. */
    public void revive(IndexDefinition d, String index) {
        call(
                "revive",
                () -> client.indices()
                        .updateAliases(u ->
                                u.actions(a -> a.add(x -> x.index(index).alias(d.building())))));
    }

    /** Documents as of the last refresh, and bytes on disk, by index. */
    public Map<String, Size> sizes() {
        Map<String, Size> sizes = new TreeMap<>();
        call(
                        "stats",
                        () -> client.indices()
                                .stats(s -> s.index(all().stream()
                                                .map(d -> d.alias() + "-*")
                                                .toList())
                                        .metric(CommonStatsFlag.Docs, CommonStatsFlag.Store)))
                .indices()
                .forEach((index, stats) -> {
                    var primaries = stats.primaries();
                    if (primaries != null && primaries.docs() != null && primaries.store() != null) {
                        sizes.put(
                                index,
                                new Size(
                                        primaries.docs().count(),
                                        primaries.store().sizeInBytes()));
                    }
                });
        return sizes;
    }

    public record Size(long documents, long bytes) {}

    /** The generations there are, oldest first. */
    public List<String> generations(IndexDefinition d) {
        Pattern name = Pattern.compile(Pattern.quote(d.alias()) + "-\\d{6}");
        return call("list", () -> client.indices().get(g -> g.index(d.alias() + "-*"))).indices().keySet().stream()
                .filter(i -> name.matcher(i).matches())
                .sorted()
                .toList();
    }

    /** Takes documents out of the generations that are kept and not followed any more; those in use follow by themselves. */
    public void forget(String type, Collection<Long> ids) {
        IndexDefinition d = definition(type);
        List<String> left = new ArrayList<>(generations(d));
        behind(d.alias()).ifPresent(left::remove);
        behind(d.building()).ifPresent(left::remove);
        for (String index : left) {
            for (long id : ids) {
                call("forget", () -> client.delete(x -> x.index(index).id(Ids.text(id))));
            }
        }
    }

    private static int number(String index) {
        return Integer.parseInt(index.substring(index.length() - 6));
    }

    public interface Call<T> {
        T run() throws IOException;
    }

    /** @throws EngineAway whatever goes wrong: these calls are repeated until they succeed */
    public static <T> T call(String what, Call<T> call) {
        try {
            return call.run();
        } catch (IOException | ElasticsearchException e) {
            throw away(what, e);
        }
    }

    private static EngineAway away(String what, Exception e) {
        return new EngineAway(what + ": " + e.getMessage(), e);
    }
}
