package org.talenthub.importing.sheet;

import java.util.List;
import java.util.regex.Pattern;
import org.talenthub.importing.sheet.file.RawRow;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.reference.Column;
import org.talenthub.reference.Headers;

/** Tells data from what people also leave below a header: notes, the template's example, a repeated header, the footer. */
final class DataRows {

    private static final Pattern FOOTER = Pattern.compile(
            "(填表|填报|制表|经办|审核|复核|审批|批准|单位负责|部门负责|负责人|联系人|联系电话|填写人|报送|上报|备注|附注|注[:：]|说明|合计|小计|总计|共计|累计|盖章|\\(盖章|单位盖章|以上).*");
    private static final Pattern SIGNATURE = Pattern.compile(
            "(填表|填报|制表|经办|审核|复核|审批|批准|填写|报送|上报|联系|单位负责|部门负责|主要负责|分管负责)(人|单位|部门|日期|时间|电话|领导|人?签字|人?签章)+([:：(].*)?|(负责人|日期|时间|电话|联系方式|手机|盖章|签字|签章|单位)([(（].*)?[:：].*|日期|时间|电话|[(]?(单位)?(盖章|公章|签字|签章)[)]?");
    private static final Pattern NOTE = Pattern.compile(
            "(填表|填写|填报)?(说明|须知|要求|注意|提示|备注).*|注[:：\\d].*|※.*|\\*.*|[(]?\\d{1,2}[.、)].{6,}|[一二三四五六七八九十]、.{6,}");
    private static final Pattern HINT =
            Pattern.compile("(必填|选填|可选|非必填|例如|例[:：]|如[:：]|格式|请|从下拉|下拉|单选|多选|可多选|填写|文本|日期|数字|yyyy).*");
    private static final Pattern ORDINAL = Pattern.compile("\\(?(\\d{1,2}|[甲乙丙丁戊己庚辛壬癸]|[a-z]|\\d{1,2}栏)\\)?");

    /** What tells notes, hints and footers from data stands at the beginning of a cell. */
    private static final int TELLING = 200;

    private final Column[] columns;
    private final String[] titles;
    private final String[] examples;
    private final int required;
    private boolean started;

    /** @param columns the columns read from each row, in the order in which {@link #accept} gets their texts */
    DataRows(List<Column> columns) {
        this.columns = columns.toArray(Column[]::new);
        this.titles = columns.stream().map(c -> Headers.key(c.title())).toArray(String[]::new);
        this.examples = columns.stream().map(c -> Text.squeeze(c.example())).toArray(String[]::new);
        this.required = (int) columns.stream().filter(Column::required).count();
    }

    /**
     * @param row the row as the file holds it, for what stands outside the known columns
     * @param texts the known columns' texts, empty where blank
     */
    boolean accept(RawRow row, String[] texts) {
        int filled = 0;
        int requiredFilled = 0;
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                filled++;
                requiredFilled += columns[i].required() ? 1 : 0;
            }
        }
        // a row that has nothing in any known column is empty, or only numbered, or a footer
        if (filled == 0) {
            return false;
        }
        boolean sparse = requiredFilled <= Math.max(1, required / 4);
        boolean around =
                (sparse && (footer(row) || note(row))) || signatures(row) || (!started && guidance(texts, filled));
        if (around || example(texts) || header(texts, filled)) {
            return false;
        }
        started = true;
        return true;
    }

    private static boolean footer(RawRow row) {
        return FOOTER.matcher(squeeze(row.first())).matches();
    }

    /**
     * A footer in a sheet without 序号 puts its words under the first titles: 填表人：…, 审核人：…, or each word and name in cells of
     * their own. Half of what stands in the row is such words, which no data row has.
     */
    private static boolean signatures(RawRow row) {
        if (!footer(row)) {
            return false;
        }
        int filled = 0;
        int words = 0;
        for (int i = 0; i < row.width(); i++) {
            String text = squeeze(row.value(i));
            filled += text.isEmpty() ? 0 : 1;
            words += SIGNATURE.matcher(text).matches() ? 1 : 0;
        }
        return words > 0 && words * 2 >= filled;
    }

    private static boolean note(RawRow row) {
        return row.filled() == 1 && NOTE.matcher(squeeze(row.first())).matches();
    }

    /** Between header and data: a line of hints per column, or of column numbers. */
    private boolean guidance(String[] texts, int filled) {
        int hints = 0;
        int ordinals = 0;
        for (int i = 0; i < texts.length; i++) {
            String text = squeeze(texts[i]);
            String hint = columns[i].hint();
            if (!text.isEmpty()) {
                hints += HINT.matcher(text).matches() || (hint != null && text.equals(Text.squeeze(hint))) ? 1 : 0;
                ordinals += ORDINAL.matcher(text).matches() ? 1 : 0;
            }
        }
        return hints * 2 > filled || (filled > 2 && ordinals == filled);
    }

    /** The example row of the template, untouched: a single changed value makes it somebody's data. */
    private boolean example(String[] texts) {
        for (int i = 0; i < texts.length; i++) {
            if (texts[i].length() > TELLING + examples[i].length()
                    || !Text.squeeze(texts[i]).equals(examples[i])) {
                return false;
            }
        }
        return true;
    }

    private static String squeeze(String text) {
        return Text.squeeze(Text.start(text, TELLING));
    }

    /** The header once more, as on every printed page. */
    private boolean header(String[] texts, int filled) {
        int same = 0;
        for (int i = 0; i < texts.length; i++) {
            if (texts[i].isEmpty()) {
                continue;
            }
            if (Headers.key(Text.start(texts[i], TELLING)).equals(titles[i])) {
                same++;
            } else if (same == 0) {
                return false;
            }
        }
        return same > 1 && same * 2 > filled;
    }
}
