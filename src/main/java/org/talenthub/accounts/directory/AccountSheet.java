package org.talenthub.accounts.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.PlainTable;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Accounts by the sheet: each row is made as if it were wished for alone, and told what became of it. */
@Component
class AccountSheet {

    private static final int MOST = 1_000;
    private static final int DEEPEST_HEADER = 10;

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("用户名", "username"),
            Map.entry("username", "username"),
            Map.entry("姓名", "displayName"),
            Map.entry("姓名或称呼", "displayName"),
            Map.entry("displayname", "displayName"),
            Map.entry("name", "displayName"),
            Map.entry("角色", "role"),
            Map.entry("role", "role"),
            Map.entry("地区", "region"),
            Map.entry("行政区划", "region"),
            Map.entry("region", "region"),
            Map.entry("载体", "carrier"),
            Map.entry("carrier", "carrier"),
            Map.entry("机构", "organisation"),
            Map.entry("organisation", "organisation"),
            Map.entry("邮箱", "email"),
            Map.entry("电子邮箱", "email"),
            Map.entry("email", "email"));

    private final PlainTable table;
    private final Directory directory;
    private final AccountItems items;
    private final Regions regions;
    private final Texts texts;

    AccountSheet(PlainTable table, Directory directory, AccountItems items, Regions regions, Texts texts) {
        this.table = table;
        this.directory = directory;
        this.items = items;
        this.regions = regions;
        this.texts = texts;
    }

    /**
     * What became of a row.
     *
     * @param row as a spreadsheet program counts
     * @param account with its invitation, which is told here and never again; null when the row was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            int row,
            String username,
            @Nullable AccountItem account,
            @Nullable String code,
            @Nullable String detail) {}

    record Outcomes(int made, int refused, List<Outcome> items) {}

    /** @throws Problem 403, 415, 422 when the sheet as a whole cannot be used */
    Outcomes take(@Nullable MultipartFile file, Viewer viewer) {
        directory.require(viewer);
        if (file == null || file.isEmpty()) {
            throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing.accounts"));
        }
        List<PlainTable.Row> rows = rows(file);
        Map<Integer, String> columns = Map.of();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            PlainTable.Row row = rows.get(i);
            if (columns.isEmpty()) {
                columns = i < DEEPEST_HEADER ? header(row) : Map.of();
            } else {
                outcomes.add(one(row.number(), wish(row, columns), viewer));
            }
        }
        if (columns.isEmpty()) {
            throw new Problem(422, "accounts.header", Sentence.of("refused.accounts.header"));
        }
        int made = (int) outcomes.stream().filter(o -> o.account() != null).count();
        return new Outcomes(made, outcomes.size() - made, outcomes);
    }

    private List<PlainTable.Row> rows(MultipartFile file) {
        try {
            Path copy = Files.createTempFile("accounts-", ".tmp");
            try (var in = file.getInputStream()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return table.rows(copy, MOST);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Empty when the row is no header. */
    private static Map<Integer, String> header(PlainTable.Row row) {
        Map<Integer, String> columns = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String key = TITLES.get(row.cells().get(i).replaceAll("[*＊\\s]", "").toLowerCase(Locale.ROOT));
            if (key != null) {
                columns.putIfAbsent(i, key);
            }
        }
        return columns.values().containsAll(List.of("username", "displayName", "role")) ? columns : Map.of();
    }

    private Map<String, String> wish(PlainTable.Row row, Map<Integer, String> columns) {
        Map<String, String> form = new HashMap<>();
        columns.forEach((at, key) -> {
            String value = at < row.cells().size() ? row.cells().get(at).strip() : "";
            if (!value.isEmpty()) {
                form.put(key, value);
            }
        });
        form.computeIfPresent("role", (k, v) -> role(v));
        form.computeIfPresent("region", (k, v) -> region(v));
        return form;
    }

    /** By its name in the program or on the page. */
    private String role(String given) {
        for (Role role : Role.values()) {
            if (given.equalsIgnoreCase(role.name()) || given.equals(texts.textOr("role." + role, role.name()))) {
                return role.name();
            }
        }
        return given;
    }

    private String region(String given) {
        return regions.prefectures().stream()
                .filter(r -> r.name().equals(given) || r.english().equalsIgnoreCase(given))
                .map(Region::code)
                .findFirst()
                .orElse(given);
    }

    private Outcome one(int row, Map<String, String> form, Viewer viewer) {
        String username = Objects.requireNonNullElse(form.get("username"), "");
        try {
            Directory.Made made = directory.create(AccountWish.of(form), viewer);
            return new Outcome(row, username, items.of(made.account(), made.invitation()), null, null);
        } catch (Problem refused) {
            return new Outcome(row, username, null, refused.code(), texts.problem(refused));
        }
    }
}
