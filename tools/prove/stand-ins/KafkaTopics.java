import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * As much of kafka-topics.sh as the proof needs: it reads client.properties with java.util.Properties, opens the
 * stores that it names, connects with the JDK's TLS as Kafka's client does (PKCS12 and PEM stores, endpoint
 * identification), and asks the broker which requests it knows. It does not log in by SASL.
 */
public class KafkaTopics {
    private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]+)-----END");

    public static void main(String[] args) throws Exception {
        var address = argument(args, "--bootstrap-server");
        var settings = new Properties();
        try (var file = Files.newInputStream(Path.of(argument(args, "--command-config")))) {
            settings.load(file);
        }
        var colon = address.lastIndexOf(':');
        var host = address.substring(0, colon);
        var context = SSLContext.getInstance("TLS");
        context.init(keys(settings), trust(settings), null);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket(host, Integer.parseInt(address.substring(colon + 1)))) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(settings.getProperty("ssl.endpoint.identification.algorithm", "https"));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            askForVersions(socket);
        }
        System.out.println("connected");
    }

    /** ApiVersions, version 0, which brokers answer before a login. */
    private static void askForVersions(SSLSocket socket) throws Exception {
        var output = new DataOutputStream(socket.getOutputStream());
        output.write(new byte[] {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, (byte) 0xff, (byte) 0xff});
        output.flush();
        var input = new DataInputStream(socket.getInputStream());
        input.readFully(new byte[input.readInt()]);
    }

    private static String argument(String[] args, String name) {
        for (int index = 0; index + 1 < args.length; index++) {
            if (args[index].equals(name)) return args[index + 1];
        }
        throw new IllegalArgumentException(name + " is missing");
    }

    private static javax.net.ssl.KeyManager[] keys(Properties settings) throws Exception {
        var location = settings.getProperty("ssl.keystore.location");
        if (location == null) return null;
        var store = open(settings, "ssl.keystore.", location);
        var password = settings.getProperty("ssl.key.password", settings.getProperty("ssl.keystore.password", ""));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password.toCharArray());
        return factory.getKeyManagers();
    }

    private static javax.net.ssl.TrustManager[] trust(Properties settings) throws Exception {
        var location = settings.getProperty("ssl.truststore.location");
        if (location == null) return null;
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(open(settings, "ssl.truststore.", location));
        return factory.getTrustManagers();
    }

    private static KeyStore open(Properties settings, String prefix, String location) throws Exception {
        var type = settings.getProperty(prefix + "type", "JKS");
        if (type.equals("PEM")) return readPem(Path.of(location));
        var store = KeyStore.getInstance(type);
        try (var file = Files.newInputStream(Path.of(location))) {
            store.load(file, settings.getProperty(prefix + "password").toCharArray());
        }
        return store;
    }

    private static KeyStore readPem(Path file) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        byte[] key = null;
        var chain = new ArrayList<Certificate>();
        var blocks = PEM.matcher(Files.readString(file));
        while (blocks.find()) {
            var bytes = Base64.getMimeDecoder().decode(blocks.group(2));
            if (blocks.group(1).equals("PRIVATE KEY")) key = bytes;
            else chain.add(CertificateFactory.getInstance("X.509").generateCertificate(new java.io.ByteArrayInputStream(bytes)));
        }
        if (key == null) {
            for (int index = 0; index < chain.size(); index++) store.setCertificateEntry("ca" + index, chain.get(index));
        } else {
            var privateKey = KeyFactory.getInstance(chain.get(0).getPublicKey().getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(key));
            store.setKeyEntry("key", privateKey, new char[0], chain.toArray(Certificate[]::new));
        }
        return store;
    }
}
