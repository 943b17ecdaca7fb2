// Command server is a Kubernetes API server with its etcd in one process, for tests.
//
// It validates, stores, lists and watches objects, and evaluates RBAC. There are no controllers, no
// scheduler and no nodes. Both listen on loopback only.
package main

import (
	"flag"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	_ "time/tzdata"

	"go.etcd.io/etcd/server/v3/embed"
	"k8s.io/component-base/cli"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() {
	data := flag.String("data", "", "the folder for etcd's data, certificates and keys")
	port := flag.Int("port", 0, "the port of 127.0.0.1 that the API server listens on")
	flag.Parse()
	store, err := startEtcd(filepath.Join(*data, "etcd"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "etcd:", err)
		os.Exit(1)
	}
	defer store.Close()
	// Tests compact the store, so that what was read in part can no longer be read on.
	address := []byte("http://" + store.Clients[0].Addr().String() + "\n")
	if err := os.WriteFile(filepath.Join(*data, "etcd-url"), address, 0o600); err != nil {
		fmt.Fprintln(os.Stderr, "etcd:", err)
		os.Exit(1)
	}
	command := app.NewAPIServerCommand()
	command.SetArgs(append([]string{
		"--etcd-servers=http://" + store.Clients[0].Addr().String(),
		"--bind-address=127.0.0.1",
		fmt.Sprintf("--secure-port=%d", *port),
		"--cert-dir=" + filepath.Join(*data, "certs"),
		"--service-account-key-file=" + filepath.Join(*data, "sa.pub"),
		"--service-account-signing-key-file=" + filepath.Join(*data, "sa.key"),
		"--service-account-issuer=https://kubernetes.default.svc",
		"--token-auth-file=" + filepath.Join(*data, "tokens.csv"),
		"--authorization-mode=RBAC",
		"--service-cluster-ip-range=10.96.0.0/16",
		// A dry run may name any namespace, and pods need no service account.
		"--disable-admission-plugins=ServiceAccount,NamespaceLifecycle",
	}, flag.Args()...))
	os.Exit(cli.Run(command))
}

func startEtcd(folder string) (*embed.Etcd, error) {
	client, err := freeURL()
	if err != nil {
		return nil, err
	}
	peer, err := freeURL()
	if err != nil {
		return nil, err
	}
	config := embed.NewConfig()
	config.Dir = folder
	config.LogLevel = "error"
	config.UnsafeNoFsync = true
	config.ListenClientUrls = []url.URL{client}
	config.AdvertiseClientUrls = []url.URL{client}
	config.ListenPeerUrls = []url.URL{peer}
	config.AdvertisePeerUrls = []url.URL{peer}
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	store, err := embed.StartEtcd(config)
	if err != nil {
		return nil, err
	}
	<-store.Server.ReadyNotify()
	return store, nil
}

func freeURL() (url.URL, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return url.URL{}, err
	}
	defer listener.Close()
	return url.URL{Scheme: "http", Host: listener.Addr().String()}, nil
}
